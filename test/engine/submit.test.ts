import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../lib/core/failure';
import { answered, failed } from '../../lib/core/reading';
import { refusal } from '../../lib/core/refusal';
import type { Submit } from '../../lib/core/submit';
import type { Ioc } from '../../lib/ioc';
import { answer, source } from './sources';
import { World } from './world';

const url: Ioc = { kind: 'url', value: 'https://badhost.test-c2.net/login' };
const key = `url|${url.value}`;
const scan = 'https://scan.example/scan';

const publicly: Submit = {
  id: 'public',
  label: 'visible to everyone',
  discloses: { class: 'public', words: 'Anybody can find it.' },
  maxTlp: 'clear',
  kinds: ['url'],
  limits: [{ requests: 2, per: 'day' }],
  missing: () => null,
  request: ({ value }) => ({ method: 'POST', url: scan, body: value }),
  started(got, _ioc, { now }) {
    const refused = refusal(got, 'SCAN', now);
    return refused ? { ok: false, failure: refused } : ok({ id: 'j1', link: 'https://scan.example/see/j1' });
  },
  poll: ({ id }) => ({ url: `https://scan.example/result/${id}` }),
  result(got, _ioc, _job, { now }) {
    if (got.status === 404) return null;
    const refused = refusal(got, 'SCAN', now);
    if (refused) return failed(refused);
    return answered({ level: 'malicious', summary: 'Your scan: judged malicious' });
  },
  pace: { first: 10_000, every: 5000, giveUp: 600_000 },
};

/** A source that takes submissions, already asked about the URL. */
async function asked(submit: Partial<Submit> = {}): Promise<World> {
  const world = new World(source('one'), source('scan', { submits: [{ ...publicly, ...submit }] }));
  world.policy = { ...world.policy, opsec: { ...world.policy.opsec, tlp: 'clear' } };
  await world.engine.enrich([url], 'card');
  await world.closed(key);
  world.sent = [];
  return world;
}

const submitted = async (world: World) => (await world.engine.report(key))?.submissions?.[0];
const posts = (world: World) => world.sent.filter(({ url }) => url === scan);
const send = (world: World) => world.engine.submit(url, 'scan', 'public');

/** Not ready for so many questions, then the result. */
const readyAfter = (questions: number) => {
  let left = questions;
  return ({ url }: { url: string }) => {
    if (url === scan) return answer(200);
    if (!url.includes('/result/')) return answer(200, { bad: 0 });
    left -= 1;
    return answer(left < 0 ? 200 : 404);
  };
};

describe('submitting', () => {
  it('is never done by a run, however it starts', async () => {
    const world = await asked();
    for (const trigger of ['card', 'hover', 'auto', 'panel'] as const) {
      await world.engine.enrich([url], trigger, true);
      await world.closed(key);
    }
    await world.engine.askAlso(url, 'scan');
    await world.closed(key);
    expect(posts(world)).toEqual([]);
  });

  it('sends once, waits as documented, and its result is the answer of the source in a new run', async () => {
    const world = await asked();
    world.reply = readyAfter(2);
    const from = world.clock.time;
    expect(await send(world)).toMatchObject({ ok: true });
    await world.until(async () => (await submitted(world))?.state === 'done');
    await world.closed(key);
    expect(world.sent.map(({ url, at }) => [url.slice(20), at - from])).toEqual([
      ['/scan', 0],
      ['/result/j1', 10_000],
      ['/result/j1', 15_000],
      ['/result/j1', 20_000],
    ]);
    const report = await world.engine.report(key);
    expect(report?.runs[0]?.trigger).toBe('submit');
    expect(report?.enrichment.level).toBe('malicious');
    expect(await world.outcome(key, 'scan')).toMatchObject({ state: 'answered', origin: 'asked' });
    expect(await world.outcome(key, 'one')).toMatchObject({ state: 'answered' });
  });

  it('a worker that dies while it is sent leaves it unsent for ever, and says so', async () => {
    const world = await asked();
    world.reply = ({ url }) => (url === scan ? 'hang' : answer(200, { bad: 0 }));
    await send(world);
    await world.quiet();
    expect(posts(world)).toHaveLength(1);
    await world.restart();
    await world.pass(3_600_000);
    expect(posts(world)).toHaveLength(1);
    expect(await submitted(world)).toMatchObject({ state: 'lost', failure: { code: 'cut-off' } });
  });

  it('a worker that dies while the result is awaited asks for it in its next life', async () => {
    const world = await asked();
    world.reply = readyAfter(1);
    await send(world);
    await world.quiet();
    await world.restart();
    await world.until(async () => (await submitted(world))?.state === 'done');
    expect(posts(world)).toHaveLength(1);
  });

  it('a beat of the alarm is set while something is open', async () => {
    const world = await asked();
    world.reply = readyAfter(99);
    await send(world);
    await world.quiet();
    expect([...world.alarms.values()].some(({ when, periodInMinutes }) => when ?? periodInMinutes)).toBe(
      true,
    );
  });

  it('whose answer was lost is not sent again', async () => {
    const world = await asked();
    world.reply = ({ url }) => (url === scan ? fail('timeout', 'No answer. Try again later.') : answer(404));
    await send(world);
    await world.pass(3_600_000);
    expect(posts(world)).toHaveLength(1);
    expect(await submitted(world)).toMatchObject({ state: 'lost' });
    expect((await submitted(world))?.failure?.message).toContain('It may have arrived');
  });

  it('that was refused made nothing, and may be tried again', async () => {
    const world = await asked();
    world.reply = ({ url }) => answer(url === scan ? 429 : 404, {}, { 'Retry-After': '60' });
    await send(world);
    await world.quiet();
    expect(await submitted(world)).toMatchObject({ state: 'failed', failure: { code: 'limited' } });
    world.reply = readyAfter(0);
    expect(await send(world)).toMatchObject({ ok: true });
  });

  it('twice at once is once', async () => {
    const world = await asked();
    world.reply = readyAfter(99);
    const [one, other] = await Promise.all([send(world), send(world)]);
    expect([one.ok, other.ok].toSorted()).toEqual([false, true]);
    expect((await world.engine.report(key))?.choices).toEqual([]);
    await world.quiet();
    expect(posts(world)).toHaveLength(1);
  });

  it('keeps to its own budget, which a cut one counts against', async () => {
    const world = await asked();
    world.reply = ({ url }) => (url === scan ? 'hang' : answer(404));
    for (let nth = 0; nth < 2; nth += 1) {
      expect((await send(world)).ok).toBe(true);
      await world.quiet();
      await world.restart();
    }
    expect(await send(world)).toMatchObject({ ok: false, failure: { code: 'quota' } });
    expect(posts(world)).toHaveLength(2);
  });

  it('gives up after a while, and keeps the page where the result will be', async () => {
    const world = await asked();
    world.reply = readyAfter(1000);
    await send(world);
    await world.until(async () => (await submitted(world))?.state === 'failed');
    expect(await submitted(world)).toMatchObject({ failure: { code: 'timeout' }, job: { id: 'j1' } });
  });
});

describe('what may not be submitted', () => {
  const refusedFor = async (ioc: Ioc, world: World) => {
    await world.engine.enrich([ioc], 'card');
    const reply = await world.engine.submit(ioc, 'scan', 'public');
    expect(posts(world)).toEqual([]);
    return reply.ok ? 'sent' : reply.failure.message;
  };

  it('what may be shown to a community is not made public', async () => {
    const world = await asked();
    world.policy = { ...world.policy, opsec: { ...world.policy.opsec, tlp: 'green' } };
    await world.engine.reconsider();
    expect(await refusedFor(url, world)).toContain('TLP:GREEN');
    expect((await world.engine.report(key))?.choices?.[0]?.why).toContain('TLP:GREEN');
  });

  it.each([
    ['an internal domain', 'https://wiki.corp.example/page', 'internal domain'],
    ['a private address', 'http://10.1.2.3/login', 'private'],
    ['a token', 'https://badhost.test-c2.net/?token=abc123', 'credential'],
    ['a password', 'https://me:secret@badhost.test-c2.net/', 'password'],
  ])('%s', async (_name, value, words) => {
    expect(await refusedFor({ kind: 'url', value }, await asked())).toContain(words);
  });

  it('another kind, an unknown way, a source that is off, a host that is not granted', async () => {
    const world = await asked();
    const domain: Ioc = { kind: 'domain', value: 'badhost.test-c2.net' };
    expect((await world.engine.submit(domain, 'scan', 'public')).ok).toBe(false);
    expect((await world.engine.submit(url, 'scan', 'secretly')).ok).toBe(false);
    expect((await world.engine.submit(url, 'one', 'public')).ok).toBe(false);
    world.granted = () => false;
    expect(await send(world)).toMatchObject({ ok: false, failure: { code: 'denied' } });
    expect(world.sent).toEqual([]);
  });
});
