import { describe, expect, test } from 'vitest';
import type { Draft } from '../../lib/core/draft';
import { readBody } from '../../lib/core/read-body';
import type { HttpRequest } from '../../lib/core/http';
import jira from '../../lib/trackers/jira';
import requestTracker from '../../lib/trackers/request-tracker';
import { readRecorded, recorded } from '../recorded';

/** Some recordings are the body alone, others wrap it with its status. */
function unwrap(recording: Readonly<Record<string, unknown>>): {
  readonly status: number;
  readonly body: unknown;
} {
  const status = recording['status'] ?? recording['_status'];
  return typeof status === 'number' ? { status, body: recording['body'] } : { status: 200, body: recording };
}

/** Answers every request with one recording, or with the one that `choose` names. */
function replay(choose: (request: HttpRequest) => string) {
  return async (request: HttpRequest) => {
    const { status, body } = unwrap(
      JSON.parse(readRecorded(`${choose(request)}.json`)) as Record<string, unknown>,
    );
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return readBody(new Response(text, { status }), 'tracker.test', 1e7, new AbortController().signal);
  };
}

const draft: Draft = {
  externalId: 'iocx-7f3a9c',
  title: 't',
  body: 'b',
  priority: 'high',
  tlp: 'green',
  iocs: [{ kind: 'domain', value: 'evil.example' }],
};

describe.skipIf(recorded === undefined)('answers of a real Request Tracker', () => {
  const settings = requestTracker.settings.parse({ baseUrl: 'https://rt.test', token: 't' });
  const withAnswer = (name: string) => ({ settings, ask: replay(() => `request-tracker5/${name}`) });

  test('its version and queue pass the test', async () => {
    const ask = replay(({ url }) => `request-tracker5/${url.endsWith('/rt') ? 'rt_info' : 'queue_view'}`);
    expect(await requestTracker.test({ settings, ask })).toMatchObject({ ok: true, value: { warnings: [] } });
  });

  test('a ticket reads back with its id', async () => {
    const ask = replay(
      ({ url }) => `request-tracker5/${url.includes('/tickets') ? 'search_by_ioc_cf' : 'ticket_get'}`,
    );
    const ref = { key: '#2', id: '2', url: '' };
    expect(await requestTracker.read(ref, { settings, ask })).toMatchObject({
      ok: true,
      value: { ref: { id: '2' }, title: '[Investigation] evil.example C2', status: 'new', open: true },
    });
  });

  test('a search without a hit is empty, and no failure', async () => {
    expect(await requestTracker.find('iocx-7f3a9c', withAnswer('search_none'))).toEqual({
      ok: true,
      value: [],
    });
  });

  test.each([
    ['err_create_forbidden_ro', 'refused'],
    ['err_queue_forbidden', 'refused'],
    ['err_unknown_queue', 'refused'],
    ['err_no_queue', 'rejected'],
    ['err_invalid_json', 'rejected'],
    ['err_wrong_content_type', 'rejected'],
    ['err_no_auth', 'refused'],
    ['err_bad_token', 'refused'],
  ])('a create that is answered with %s is %s', async (name, code) => {
    const result = await requestTracker.create(draft, withAnswer(name));
    expect(!result.ok && result.failure.code).toBe(code);
  });

  test.each([
    ['comment', null],
    ['err_comment_forbidden_ro', 'refused'],
    ['err_ticket_404', 'missing'],
  ])('a comment that is answered with %s: %s', async (name, code) => {
    const result = await requestTracker.comment({ key: '#2', id: '2', url: '' }, 'x', withAnswer(name));
    expect(result.ok ? null : result.failure.code).toBe(code);
  });

  test('a search that is wrong is told in its own words, in one line', async () => {
    const result = await requestTracker.find('x', withAnswer('search_bad_sql'));
    expect(!result.ok && result.failure).toMatchObject({ code: 'rejected', status: 400 });
    expect(!result.ok && result.failure.message).not.toContain('\n');
  });
});

describe.skipIf(recorded === undefined)('answers of a real Jira', () => {
  const settings = jira.settings.parse({
    edition: 'data-center',
    baseUrl: 'https://jira.test',
    token: 't',
    project: 'EX',
  });
  const withAnswer = (name: string) => ({ settings, ask: replay(() => `jira/${name}`) });

  test('an issue reads back', async () => {
    expect(await jira.read({ key: 'EX-1', id: '10002', url: '' }, withAnswer('issue-get-v2'))).toMatchObject({
      ok: true,
      value: { ref: { key: 'EX-1', url: 'https://jira.test/browse/EX-1' }, carriesId: false },
    });
  });

  test('a search reads, and issues without the id are left out', async () => {
    expect(await jira.find('sightline-1', withAnswer('search-v2'))).toEqual({ ok: true, value: [] });
  });

  test.each(['comment-add-v2', 'cloud-comment-add'])('a comment is accepted as in %s', async (name) => {
    expect(await jira.comment({ key: 'EX-1', id: '1', url: '' }, 'x', withAnswer(name))).toEqual({
      ok: true,
      value: null,
    });
  });

  test('an issue that may not be seen is missing', async () => {
    const result = await jira.read({ key: 'EX-1', id: '1', url: '' }, withAnswer('error-issue-404'));
    expect(!result.ok && result.failure.code).toBe('missing');
  });
});
