import { describe, expect, it } from 'vitest';
import type { SourceInUse } from '../../lib/engine';
import { answer, ip, keyOfIp, lists, source } from './sources';
import { World } from './world';

const inUse = (more: Parameters<typeof source>[1] = {}, key = 'k'): SourceInUse => ({
  provider: source('one', more),
  settings: { key },
  version: '1',
  maxTlp: 'green',
});

describe('a test of a source', () => {
  it('really asks about the sample and says what came back, on or off', async () => {
    const world = new World();
    world.reply = () => answer(200, { bad: 4 });
    expect(await world.engine.trySource(inUse())).toEqual({
      report: { ok: true, value: { summary: 'Asked about 45.155.205.1: 4 of 90 engines.', warnings: [] } },
      requests: 1,
    });
  });

  it('costs what it costs: it is counted, and refused when nothing is left', async () => {
    const world = new World();
    const one = inUse({ limits: [{ requests: 1, per: 'day' }] });
    expect((await world.engine.trySource(one)).requests).toBe(1);
    expect(await world.engine.trySource(one)).toMatchObject({
      report: { failure: { code: 'quota' } },
      requests: 0,
    });
    expect(world.sent).toHaveLength(1);
  });

  it('without a key or a grant asks nothing', async () => {
    const world = new World();
    expect(await world.engine.trySource(inUse({}, ''))).toMatchObject({
      report: { failure: { code: 'not-configured' } },
    });
    world.granted = () => false;
    expect(await world.engine.trySource(inUse())).toMatchObject({ report: { failure: { code: 'denied' } } });
    expect(world.sent).toEqual([]);
  });

  it('that succeeds opens a source that had refused', async () => {
    const world = new World(source('one'));
    world.reply = () => answer(401);
    await world.engine.enrich([ip(1)], 'card');
    await world.closed(keyOfIp(1));
    world.reply = () => answer(200, { bad: 0 });
    await world.engine.trySource(inUse());
    await world.engine.enrich([ip(1)], 'card');
    await world.closed(keyOfIp(1));
    expect(await world.outcome(keyOfIp(1), 'one')).toMatchObject({ state: 'answered' });
  });

  it('of local lists asks nobody', async () => {
    const world = new World();
    const local = { provider: lists, settings: {}, version: '1', maxTlp: 'red' } as const;
    expect(await world.engine.trySource(local)).toMatchObject({
      report: { ok: true },
      requests: 0,
    });
  });
});
