import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Draft } from '../../lib/core/draft';
import { send } from '../../lib/core/send';
import tracker from '../../lib/trackers/jira';
import { startJira, type Jira } from '../lab/jira';
import { listen } from '../loopback';

const agent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0.0.0 Safari/537.36';

/** A browser's own headers, as the header rules rewrite them, or not. */
function contextOf(settings: Record<string, unknown>, rules = true) {
  const complete = tracker.settings.parse(settings);
  const ask = (request: Parameters<typeof send>[1]) => {
    const headers: Record<string, string> = { ...request.headers, 'User-Agent': agent };
    if (rules) {
      for (const rule of tracker.headerRules?.(complete) ?? []) {
        if (!rule.methods.includes((request.method ?? 'GET').toLowerCase() as 'get')) continue;
        expect(new URL(request.url).hostname).toBe(rule.domain);
        Object.assign(headers, rule.set);
      }
    }
    return send(fetch, { ...request, headers });
  };
  return { settings: complete, ask };
}

const value = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T =>
  result.ok ? result.value : expect.fail(JSON.stringify(result.failure));

const draft = (externalId: string, more: Partial<Draft> = {}): Draft => ({
  externalId,
  title: 'Malicious IPv4 203[.]0[.]113[.]77',
  body: '## Why\n\n- **VirusTotal**: 17 of 94 engines\n\n| Source | Answer |\n| --- | --- |\n| A\\|B | `203[.]0[.]113[.]77` |\n\n```\nraw\n```\n',
  priority: 'urgent',
  tlp: 'green',
  iocs: [{ kind: 'ipv4', value: '203.0.113.77' }],
  ...more,
});

describe.each(['cloud', 'datacenter'] as const)('Jira %s', (edition) => {
  let jira: Jira;
  let good: Record<string, unknown>;
  beforeAll(async () => {
    jira = await startJira(edition);
    jira.site.lag = 0;
    good = {
      edition: edition === 'cloud' ? 'cloud' : 'data-center',
      baseUrl: jira.url,
      email: jira.email,
      token: jira.token,
      project: 'SOC',
      issueType: 'Investigation',
    };
  });
  afterAll(() => jira.stop());

  test('the test button names the user, the project and the issue type, and creates nothing', async () => {
    expect(value(await tracker.test(contextOf(good)))).toEqual({
      summary: 'Works as Lab Analyst: project SOC, issue type “Investigation”.',
      warnings: [],
    });
    expect(jira.site.issues).toEqual([]);
  });

  test('without the header rules the test button already says that nothing could be filed', async () => {
    const result = await tracker.test(contextOf(good, false));
    expect(!result.ok && result.failure).toMatchObject({ code: 'refused', status: 403 });
    expect(!result.ok && result.failure.message).toContain('XSRF');
  });

  test('an Investigation is created once, found by its label, and reads back', async () => {
    const ref = value(await tracker.create(draft('sightline-0000000000000001'), contextOf(good)));
    expect(ref).toMatchObject({ key: 'SOC-1', url: `${jira.url}/browse/SOC-1` });
    const state = {
      ref,
      title: 'Malicious IPv4 203[.]0[.]113[.]77',
      status: 'To Do',
      open: true,
      carriesId: true,
    };
    expect(value(await tracker.find('sightline-0000000000000001', contextOf(good)))).toEqual([state]);
    expect(value(await tracker.find('sightline-000000000000000', contextOf(good)))).toEqual([]);
    expect(value(await tracker.read(ref, contextOf(good)))).toEqual(state);
  });

  test('an issue that is done is found and known as closed, newest first', async () => {
    const id = 'sightline-0000000000000002';
    const old = value(await tracker.create(draft(id), contextOf(good)));
    for (const issue of jira.site.issues) if (issue.key === old.key) issue.status = 'Done';
    const young = value(await tracker.create(draft(id), contextOf(good)));
    expect(value(await tracker.find(id, contextOf(good))).map(({ ref, open }) => [ref.key, open])).toEqual([
      [young.key, true],
      [old.key, false],
    ]);
  });

  test('a title with line breaks and a body that is far too long are taken', async () => {
    const body = Array.from({ length: 3000 }, (_, row) => `- row ${row} of *the* {list}`).join('\n\nand\n\n');
    const ref = value(
      await tracker.create(draft('sightline-3', { title: `a\nb ${'x'.repeat(400)}`, body }), contextOf(good)),
    );
    const issue = jira.site.issues.find(({ key }) => key === ref.key);
    expect(JSON.stringify(issue?.fields['description'])).toContain('The rest did not fit');
  });

  test('a later run is added as an internal comment', async () => {
    const ref = value(await tracker.create(draft('sightline-4'), contextOf(good)));
    expect(await tracker.comment(ref, 'VirusTotal **3 → 17**', contextOf(good))).toEqual({
      ok: true,
      value: null,
    });
    const sent = jira.requests.findLast(({ path }) => path.endsWith('/comment'));
    expect(JSON.stringify(sent)).toContain('sd.public.comment');
  });

  test.each([
    [{ token: 'wrong-token' }, 'refused'],
    [{ project: 'NOPE' }, 'missing'],
    [{ issueType: 'Epic saga' }, 'rejected'],
  ])('%j is found by the test button: %s', async (more, code) => {
    const result = await tracker.test(contextOf({ ...good, ...more }));
    expect(!result.ok && result.failure.code).toBe(code);
    expect(JSON.stringify(result)).not.toContain('wrong-token');
  });

  test('an issue that is gone is missing, not an empty success', async () => {
    const gone = { key: 'SOC-999', id: '99999', url: '' };
    expect(await tracker.read(gone, contextOf(good))).toMatchObject({
      ok: false,
      failure: { code: 'missing' },
    });
  });
});

describe('oddities of Jira', () => {
  const settings = { edition: 'data-center', token: 'PAT-1', project: 'SOC' };

  test('labels and priority that are not on the screen are left out, and the summary carries the id', async () => {
    const server = await listen(({ method, body }) => {
      if (method === 'GET') return { body: '{"issues":[]}' };
      const { fields } = JSON.parse(body) as { fields: Record<string, unknown> };
      const errors = Object.fromEntries(
        ['labels', 'priority']
          .filter((name) => name in fields)
          .map((name) => [name, `Field '${name}' cannot be set.`]),
      );
      return Object.keys(errors).length > 0
        ? { status: 400, body: JSON.stringify({ errorMessages: [], errors }) }
        : { status: 201, body: '{"id":"7","key":"SOC-7"}' };
    });
    const result = await tracker.create(
      draft('sightline-5'),
      contextOf({ ...settings, baseUrl: server.url }),
    );
    await server.stop();
    expect(value(result).key).toBe('SOC-7');
    expect(server.asked.at(-1)?.body).toContain('[sightline-5]');
  });

  test('a field that must not be left out is a failure with Jira’s own words', async () => {
    const server = await listen(() => ({
      status: 400,
      body: '{"errors":{"issuetype":"Specify a valid issue type"}}',
    }));
    const result = await tracker.create(
      draft('sightline-6'),
      contextOf({ ...settings, baseUrl: server.url }),
    );
    await server.stop();
    expect(server.asked).toHaveLength(1);
    expect(!result.ok && result.failure.message).toContain('issuetype: Specify a valid issue type');
  });

  test.each([
    [
      'a search as for nobody',
      { headers: { 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED' }, body: '{"issues":[]}' },
    ],
    ['a CAPTCHA', { status: 403, headers: { 'X-Authentication-Denied-Reason': 'CAPTCHA_CHALLENGE' } }],
    ['a redirect to the login page', { status: 302, headers: { Location: '/login' } }],
  ])('%s is a refused token, never "no ticket found"', async (_, reply) => {
    const server = await listen(() => reply);
    const result = await tracker.find('sightline-7', contextOf({ ...settings, baseUrl: server.url }));
    await server.stop();
    expect(!result.ok && result.failure.code).toBe('refused');
  });
});

test('the form says what is missing, one thing after the other', () => {
  const missing = (settings: Record<string, unknown>) => tracker.missing(tracker.settings.parse(settings));
  const cloud = { baseUrl: 'https://soc.atlassian.net', email: 'a@soc.example', token: 't', project: 'SOC' };
  expect(missing({})).toContain('address');
  expect(missing({ ...cloud, email: '' })).toContain('email');
  expect(missing({ ...cloud, token: '' })).toContain('token');
  expect(missing({ ...cloud, project: '' })).toContain('project');
  expect(missing({ ...cloud, edition: 'data-center', email: '' })).toBeNull();
  expect(missing({ ...cloud, baseUrl: 'http://jira.corp.example' })).toContain('plain http');
});
