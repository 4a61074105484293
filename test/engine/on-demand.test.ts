import { describe, expect, it } from 'vitest';
import { answer, ip, keyOfIp, lists, source } from './sources';
import { World } from './world';

const worldWithScarce = () => {
  const world = new World(source('one'), source('censys'), lists);
  world.sources = world.sources.map((one) => ({ ...one, onDemand: one.provider.id === 'censys' }));
  return world;
};
const asked = (world: World) => world.sent.map(({ url }) => new URL(url).host);

describe('a source that is asked on demand only', () => {
  it('has no part in an ordinary run', async () => {
    const world = worldWithScarce();
    await world.engine.enrich([ip(1)], 'card', true);
    await world.closed(keyOfIp(1));
    expect(asked(world)).toEqual(['one.example']);
    const report = await world.engine.report(keyOfIp(1));
    expect(report?.runs[0]?.steps.map(({ provider }) => provider)).toEqual(['one', 'lists']);
    await world.engine.enrich([ip(1)], 'hover');
    expect((await world.engine.report(keyOfIp(1)))?.runs).toHaveLength(1);
  });

  it('is asked where a person names it, and nobody else is: what the others said stays', async () => {
    const world = worldWithScarce();
    world.reply = ({ url }) => answer(200, { bad: url.includes('one.example') ? 17 : 0 });
    await world.engine.enrich([ip(1)], 'card');
    await world.closed(keyOfIp(1));
    await world.pass(7_200_000);
    expect(await world.engine.askAlso(ip(1), 'censys')).toBe(true);
    await world.closed(keyOfIp(1));
    expect(asked(world)).toEqual(['one.example', 'censys.example']);
    const report = await world.engine.report(keyOfIp(1));
    expect(report?.enrichment.level).toBe('malicious');
    expect(report?.runs[0]?.steps.map(({ provider }) => provider)).toEqual(['one', 'lists', 'censys']);
    expect(await world.outcome(keyOfIp(1), 'censys')).toMatchObject({ state: 'answered', origin: 'asked' });
  });

  it('joins the run in progress, once', async () => {
    const world = worldWithScarce();
    world.reply = () => 'hang';
    await world.engine.enrich([ip(1)], 'card');
    await world.engine.askAlso(ip(1), 'censys');
    await world.engine.askAlso(ip(1), 'censys');
    await world.quiet(200);
    expect(asked(world).toSorted()).toEqual(['censys.example', 'one.example']);
    expect((await world.engine.report(keyOfIp(1)))?.runs).toHaveLength(1);
  });

  it('of an indicator never enriched comes with an ordinary run', async () => {
    const world = worldWithScarce();
    await world.engine.askAlso(ip(1), 'censys');
    await world.closed(keyOfIp(1));
    expect(asked(world).toSorted()).toEqual(['censys.example', 'one.example']);
  });

  it('has a part in later runs while its answer is fresh, and is not asked for it', async () => {
    const world = worldWithScarce();
    await world.engine.askAlso(ip(1), 'censys');
    await world.closed(keyOfIp(1));
    await world.engine.enrich([ip(1)], 'card', true);
    await world.closed(keyOfIp(1));
    expect(await world.outcome(keyOfIp(1), 'censys')).toMatchObject({ state: 'answered', origin: 'cached' });
    expect(asked(world).filter((host) => host === 'censys.example')).toHaveLength(1);
    await world.pass(7_200_000);
    await world.engine.enrich([ip(1)], 'card', true);
    await world.closed(keyOfIp(1));
    expect(await world.outcome(keyOfIp(1), 'censys')).toBeUndefined();
    expect(asked(world).filter((host) => host === 'censys.example')).toHaveLength(1);
  });

  it('is offered in the report until it has answered, also where it failed', async () => {
    const world = worldWithScarce();
    const offered = async () => (await world.engine.report(keyOfIp(1)))?.offers;
    const censys = [{ provider: 'censys', name: 'CENSYS' }];
    await world.engine.enrich([ip(1)], 'card');
    await world.closed(keyOfIp(1));
    expect(await offered()).toEqual(censys);
    world.reply = () => answer(400);
    await world.engine.askAlso(ip(1), 'censys');
    await world.closed(keyOfIp(1));
    expect(await offered()).toEqual(censys);
    world.reply = () => answer(200, { bad: 0 });
    await world.engine.askAlso(ip(1), 'censys');
    await world.closed(keyOfIp(1));
    expect(await offered()).toEqual([]);
  });

  it('that is off, or does not know the kind, is not asked', async () => {
    const world = worldWithScarce();
    expect(await world.engine.askAlso({ kind: 'cve', value: 'CVE-2021-44228' }, 'censys')).toBe(false);
    expect(await world.engine.askAlso(ip(1), 'gone')).toBe(false);
    expect(world.sent).toHaveLength(0);
  });
});
