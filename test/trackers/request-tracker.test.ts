import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Draft } from '../../lib/core/draft';
import { send } from '../../lib/core/send';
import tracker from '../../lib/trackers/request-tracker';
import { startRequestTracker, type RequestTracker } from '../lab/request-tracker';

// The same against a real Request Tracker: test/rt (npm run test:rt).

let rt: RequestTracker;
beforeAll(async () => {
  rt = await startRequestTracker();
});
afterAll(() => rt.stop());

const contextOf = (more: Record<string, unknown> = {}) => ({
  settings: tracker.settings.parse({ baseUrl: rt.url, token: rt.token, ...more }),
  ask: (request: Parameters<typeof send>[1]) => send(fetch, request),
});

const draft = (externalId: string): Draft => ({
  externalId,
  title: 'Malicious domain badhost[.]example',
  body: '`badhost[.]example`',
  priority: 'normal',
  tlp: 'green',
  iocs: [{ kind: 'domain', value: 'badhost.example' }],
});

const value = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T =>
  result.ok ? result.value : expect.fail(JSON.stringify(result.failure));

test('an Investigation is created, found by its id, and reads back', async () => {
  expect(value(await tracker.test(contextOf())).warnings).toEqual([]);
  const ref = value(await tracker.create(draft('sightline-0000000000000001'), contextOf()));
  const state = value(await tracker.read(ref, contextOf()));
  expect(state).toMatchObject({
    ref,
    open: true,
    carriesId: true,
    title: 'Malicious domain badhost[.]example',
  });
  expect(value(await tracker.find('sightline-0000000000000001', contextOf()))).toEqual([state]);
});

test('a field that the queue lacks is told by the test button, and the subject carries the id', async () => {
  rt.defineFields([]);
  expect(value(await tracker.test(contextOf())).warnings).toHaveLength(2);
  const ref = value(await tracker.create(draft('sightline-0000000000000002'), contextOf()));
  expect(value(await tracker.find('sightline-0000000000000002', contextOf()))).toMatchObject([
    { ref, carriesId: true },
  ]);
  expect(value(await tracker.read(ref, contextOf())).title).toContain('[sightline-0000000000000002]');
  rt.defineFields(['External ID', 'IOC']);
});

test('a user who may only see learns it from the test button', async () => {
  const result = await tracker.test(contextOf({ token: rt.readerToken }));
  expect(!result.ok && result.failure.code).toBe('refused');
});
