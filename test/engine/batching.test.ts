import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../lib/core/http';
import type { AskedProvider } from '../../lib/core/plugin';
import { answered, failed } from '../../lib/core/reading';
import { refusal } from '../../lib/core/refusal';
import { answer, ip, keyOfIp, source } from './sources';
import { World } from './world';

/** A source that takes several indicators in one request and answers a line for each that it knows. */
const several = (size: number, more: Partial<AskedProvider> = {}): AskedProvider =>
  source('one', {
    batch: {
      size,
      request: (iocs) => ({ url: `https://one.example/many/${iocs.map(({ value }) => value).join(',')}` }),
      read(got, iocs, { now }) {
        const refused = refusal(got, 'ONE', now);
        if (refused) return iocs.map(() => failed(refused));
        const body = got.json();
        const lines = (body.ok ? body.value : {}) as Record<string, number>;
        const readings = iocs.map(({ value }) => {
          const bad = lines[value];
          // A plug-in with a bug: it may not leave one out.
          if (bad === undefined) return undefined as never;
          return answered({ level: bad > 2 ? 'malicious' : 'unknown', summary: `${bad}` });
        });
        return 'short' in lines ? readings.filter((one) => one !== undefined) : readings;
      },
    },
    ...more,
  });

const askedIn = (url: string): string[] => url.slice(url.lastIndexOf('/') + 1).split(',');
const lines = ({ url }: HttpRequest) =>
  answer(
    200,
    url.includes('/many/') ? Object.fromEntries(askedIn(url).map((value) => [value, 0])) : { bad: 0 },
  );
const many = (count: number) => Array.from({ length: count }, (_, at) => ip(at + 1));
const keys = (count: number) => many(count).map(({ value }) => `ipv4|${value}`);

describe('a source that takes several IOCs in a request', () => {
  it('is asked about all that wait in one request, which counts once', async () => {
    const world = new World(several(10, { limits: [{ requests: 5, per: 'day' }] }));
    world.reply = lines;
    await world.engine.enrich(many(7), 'card');
    await world.closed(...keys(7));
    expect(world.sent.map(({ url }) => askedIn(url).length)).toEqual([7]);
    expect(await world.engine.budgets()).toMatchObject([{ left: 4, of: 5 }]);
    expect(await world.outcome(keyOfIp(7), 'one')).toMatchObject({ state: 'answered', origin: 'asked' });
  });

  it('gets as many at once as it takes, and the rest in the next', async () => {
    const world = new World(several(4));
    world.reply = lines;
    await world.engine.enrich(many(10), 'popup');
    await world.closed(...keys(10));
    expect(world.sent.map(({ url }) => askedIn(url).length).sort()).toEqual([2, 4, 4]);
    expect(new Set(world.sent.flatMap(({ url }) => askedIn(url))).size).toBe(10);
  });

  it('waits a moment for more, but not for one that a person looks at, who takes the others along', async () => {
    const world = new World(several(10));
    world.reply = lines;
    await world.engine.enrich([ip(1)], 'auto');
    await world.quiet();
    expect(world.sent).toHaveLength(0);
    await world.engine.enrich([ip(2)], 'hover');
    await world.quiet();
    expect(world.sent.map(({ url }) => askedIn(url).toSorted())).toEqual([[ip(1).value, ip(2).value]]);
    const alone = new World(several(10));
    alone.reply = lines;
    await alone.engine.enrich([ip(1)], 'auto');
    await alone.quiet();
    await alone.pass(50);
    expect(alone.sent.map(({ url }) => url)).toEqual([`https://one.example/${ip(1).value}`]);
  });

  it('mixes no groups in a request', async () => {
    const odd = (value: string) => Number(value.split('.').at(-1)) % 2;
    const base = several(10);
    const batch = { ...base.batch, group: ({ value }: { value: string }) => `${odd(value)}` };
    const world = new World({ ...base, batch } as AskedProvider);
    world.reply = lines;
    await world.engine.enrich(many(6), 'card');
    await world.closed(...keys(6));
    expect(world.sent).toHaveLength(2);
    for (const { url } of world.sent) expect(new Set(askedIn(url).map(odd)).size).toBe(1);
  });

  it('asks once about what two IOCs have in common, and leaves out what may not leave or is known', async () => {
    const world = new World(several(10, { subject: 'registrable-domain' }));
    world.reply = lines;
    const url = (value: string) => ({ kind: 'url', value }) as const;
    const iocs = [
      url('https://a.evil-example.com/1'),
      url('https://b.evil-example.com/2'),
      url('https://other-example.net/'),
      url('https://hidden.corp.example/'),
    ];
    await world.engine.enrich(iocs, 'card');
    await world.closed(...iocs.map(({ value }) => `url|${value}`));
    expect(world.sent.map(({ url }) => askedIn(url).toSorted())).toEqual([
      ['evil-example.com', 'other-example.net'],
    ]);
    expect(await world.outcome('url|https://b.evil-example.com/2', 'one')).toMatchObject({
      origin: 'cached',
    });
    expect(await world.outcome('url|https://hidden.corp.example/', 'one')).toMatchObject({
      state: 'withheld',
    });
  });

  it('whose answer lacks one fails for that one alone', async () => {
    const world = new World(several(10));
    world.reply = ({ url }) =>
      answer(200, Object.fromEntries(askedIn(url).flatMap((value, at) => (at === 1 ? [] : [[value, 0]]))));
    await world.engine.enrich(many(3), 'card');
    await world.closed(...keys(3));
    const states = await Promise.all(keys(3).map(async (key) => (await world.outcome(key, 'one'))?.state));
    expect(states.toSorted()).toEqual(['answered', 'answered', 'failed']);
  });

  it('whose answer does not say which one is missing fails for all: no IOC gets the answer of another', async () => {
    const world = new World(several(10));
    world.reply = ({ url }) =>
      answer(200, {
        short: 1,
        ...Object.fromEntries(
          askedIn(url)
            .slice(1)
            .map((value) => [value, 0]),
        ),
      });
    await world.engine.enrich(many(3), 'card');
    await world.closed(...keys(3));
    for (const key of keys(3)) {
      expect(await world.outcome(key, 'one')).toMatchObject({ failure: { code: 'bad-answer' } });
    }
  });

  it('whose request fails fails for all, with one strike and one request more', async () => {
    const world = new World(several(10));
    world.reply = () => answer(503);
    await world.engine.enrich(many(5), 'card');
    await world.closed(...keys(5));
    expect(world.sent).toHaveLength(2);
    for (const key of keys(5))
      expect(await world.outcome(key, 'one')).toMatchObject({ failure: { code: 'server' } });
    await world.engine.enrich([ip(9)], 'card');
    await world.quiet();
    // Three strikes would have given it a pause.
    expect(world.sent).toHaveLength(3);
  });

  it('leaves out a run that was cancelled while others were gathered', async () => {
    const world = new World(several(10));
    world.reply = lines;
    const { id } = await world.engine.startBatch([ip(1)], 'Pasted');
    await world.quiet(30);
    await world.engine.enrich([ip(2)], 'auto');
    await world.quiet(20);
    expect(world.sent).toHaveLength(0);
    await world.engine.cancelBatch(id);
    await world.pass(60);
    await world.closed(keyOfIp(1), keyOfIp(2));
    expect(world.sent.map(({ url }) => askedIn(url))).toEqual([[ip(2).value]]);
    expect(await world.outcome(keyOfIp(1), 'one')).toMatchObject({ failure: { code: 'cancelled' } });
  });
});

describe('a worker that dies under a request about several IOCs', () => {
  it('counts it once and repeats it once, in one request', async () => {
    const world = new World(several(10, { limits: [{ requests: 9, per: 'day' }] }));
    world.reply = () => 'hang';
    await world.engine.enrich(many(5), 'card');
    await world.pass(60);
    expect(world.sent).toHaveLength(1);
    world.reply = lines;
    await world.restart();
    await world.closed(...keys(5));
    expect(world.sent.map(({ url }) => askedIn(url).length)).toEqual([5, 5]);
    expect(await world.engine.budgets()).toMatchObject([{ left: 7 }]);
    const report = await world.engine.report(keyOfIp(3));
    expect(report?.runs[0]?.steps[0]).toMatchObject({ attempts: 2, outcome: { state: 'answered' } });
  });

  it('at any moment loses none of them and asks about none more than twice', async () => {
    for (let moment = 0; moment < 100; moment += 4) {
      const world = new World(several(3));
      world.reply = lines;
      void world.engine.enrich(many(5), 'hover').catch(() => {});
      await world.quiet(moment);
      await world.restart();
      await world.engine.enrich(many(5), 'card');
      await world.closed(...keys(5));
      for (const { value } of many(5)) {
        const asked = world.sent.filter(({ url }) => askedIn(url).includes(value)).length;
        expect(asked, `moment ${moment}`).toBeGreaterThanOrEqual(1);
        expect(asked, `moment ${moment}`).toBeLessThanOrEqual(2);
      }
    }
  });
});

describe('requests at the same time', () => {
  it('are as many as the source allows', async () => {
    const world = new World(source('one', { together: 1 }));
    world.reply = () => 'hang';
    await world.engine.enrich(many(5), 'card');
    await world.quiet(200);
    expect(world.sent).toHaveLength(1);
  });
});
