import { expect, test } from 'vitest';
import { isLocal, type Reading } from '../../lib/core/plugin';
import urlscan from '../../lib/providers/urlscan';
import { readRecorded, recorded } from '../recorded';

const provider = isLocal(urlscan) ? expect.fail('is asked') : urlscan;
const now = Date.UTC(2026, 10, 24);
const ioc = { kind: 'domain', value: 'badhost.test' } as const;

const context = (key = 'k') => ({ settings: provider.settings.parse({ key }), now, files: {} });

function answerOf(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = JSON.stringify(body);
  const json = () => ({ ok: true, value: body }) as const;
  return { status, text, headers: new Headers(headers), bytes: new Uint8Array(), json };
}

const read = (status: number, body: unknown, headers: Record<string, string> = {}, key = 'k'): Reading =>
  provider.read(answerOf(status, body, headers), ioc, context(key));

test.each([
  ['611', 'limited', 611],
  ['40000', 'quota', 40_000],
])('a wait of %s seconds is read from its own header', (after, code, seconds) => {
  expect(read(429, {}, { 'X-Rate-Limit-Reset-After': after })).toMatchObject({
    failure: { code, retryAt: now + seconds * 1000 },
  });
});

test('where both headers tell a wait, the general one is believed', () => {
  const headers = { 'Retry-After': '30', 'X-Rate-Limit-Reset-After': '611' };
  expect(read(429, {}, headers)).toMatchObject({ failure: { retryAt: now + 30_000 } });
});

test('a key that is none is refused, though with the status of a bad question', () => {
  const body = { message: 'Invalid API key format', status: 400 };
  expect(read(400, body)).toMatchObject({ failure: { code: 'refused' } });
  expect(read(400, { message: 'Could not parse the query', status: 400 })).toMatchObject({
    failure: { code: 'rejected' },
  });
});

test('without a key nothing is refused for good', () => {
  expect(read(403, {}, {}, '')).toMatchObject({ failure: { code: 'rejected' } });
});

test('the page of the scan that speaks is linked to, unless its name could lead elsewhere', () => {
  const scan = (_id: string) => ({ results: [{ _id, task: {} }], total: 1 });
  expect(read(200, scan('0196d976-07f6'))).toMatchObject({
    answer: { link: 'https://urlscan.io/result/0196d976-07f6/' },
  });
  const odd = read(200, scan('../user/logout'));
  expect(odd.is === 'answer' && 'link' in odd.answer).toBe(false);
});

test.skipIf(recorded === undefined).each([
  ['submit_ok', 200, { ok: true, value: { id: '0e37e828-a9d9-45c0-ac50-1ca579b86c72' } }],
  ['submit_blocked', 400, { ok: false, failure: { code: 'rejected' } }],
])('recorded %s is read', (file, status, reads) => {
  const [way] = provider.submits?.filter(({ id }) => id === 'public') ?? [];
  const told = way?.started(
    answerOf(status, JSON.parse(readRecorded(`urlscan/${file}.json`))),
    ioc,
    context(),
  );
  expect(told).toMatchObject(reads);
});

test.skipIf(recorded === undefined).each([
  ['result_clean', 200, { is: 'answer', answer: { level: null } }],
  ['result_malicious', 200, { is: 'answer', answer: { level: 'malicious' } }],
  ['result_not_found', 404, null],
])('recorded %s is read', (file, status, reads) => {
  const body = JSON.parse(readRecorded(`urlscan/${file}.json`)) as { task?: { uuid: string } };
  const job = { id: body.task?.uuid ?? 'none', link: 'https://urlscan.io/result/none/' };
  const read = provider.submits?.[0]?.result(answerOf(status, body), ioc, job, context());
  if (reads === null) expect(read).toBeNull();
  else expect(read).toMatchObject(reads);
});
