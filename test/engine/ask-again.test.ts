import { describe, expect, it } from 'vitest';
import { answer, ip, keyOfIp, source } from './sources';
import { World } from './world';

const known = async (...sources: Parameters<typeof source>[1][]) => {
  const world = new World(...(sources.length > 0 ? sources : [{}]).map((more, at) => source(`s${at}`, more)));
  await world.engine.enrich([ip(1)], 'card');
  await world.closed(keyOfIp(1));
  await world.pass(60_000);
  return world;
};

const again = async (world: World) => {
  await world.engine.enrich([ip(1)], 'card', true);
  await world.closed(keyOfIp(1));
};

describe('asking again', () => {
  it('goes past a fresh answer, and costs one request', async () => {
    const world = await known({ limits: [{ requests: 10, per: 'day' }] });
    world.reply = () => answer(200, { bad: 17 });
    await again(world);
    expect(world.sent).toHaveLength(2);
    expect(await world.outcome(keyOfIp(1), 's0')).toMatchObject({
      origin: 'asked',
      answer: { level: 'malicious' },
    });
    expect(await world.engine.budgets()).toMatchObject([{ left: 8 }]);
  });

  it('keeps the old answer where the new try fails, with its age', async () => {
    const world = await known({ limits: [{ requests: 10, per: 'day' }] });
    const before = await world.outcome(keyOfIp(1), 's0');
    world.reply = () => answer(500);
    await again(world);
    const after = await world.outcome(keyOfIp(1), 's0');
    expect(after).toMatchObject({
      state: 'answered',
      origin: 'cached',
      vain: { failure: { code: 'server', status: 500 }, at: world.clock.time },
    });
    expect(before !== undefined && 'at' in before ? before.at : 0).toBe(
      after !== undefined && 'at' in after ? after.at : 1,
    );
    expect((await world.engine.report(keyOfIp(1)))?.enrichment.level).toBe('unknown');
  });

  it('keeps it where the budget is spent, and sends nothing', async () => {
    const world = await known({ limits: [{ requests: 1, per: 'day' }] });
    await again(world);
    expect(world.sent).toHaveLength(1);
    expect(await world.outcome(keyOfIp(1), 's0')).toMatchObject({ state: 'answered', origin: 'cached' });
  });

  it('forgets that it was in vain once it answers', async () => {
    const world = await known();
    world.reply = () => answer(500);
    await again(world);
    world.reply = () => answer(200, { bad: 17 });
    await world.pass(900_000);
    await again(world);
    expect(await world.outcome(keyOfIp(1), 's0')).not.toHaveProperty('vain');
  });

  it('says so where it fails and nothing fresh is known', async () => {
    const world = await known();
    await world.pass(7_200_000);
    world.reply = () => answer(500);
    await again(world);
    expect(await world.outcome(keyOfIp(1), 's0')).toMatchObject({ state: 'failed' });
  });

  it('asks once where the worker dies after the answer was stored', async () => {
    const world = await known({}, {});
    world.reply = ({ url }) => (url.includes('s1.example') ? 'hang' : answer(200, { bad: 17 }));
    await world.engine.enrich([ip(1)], 'card', true);
    await world.quiet(200);
    world.reply = () => answer(200, { bad: 17 });
    await world.restart();
    await world.closed(keyOfIp(1));
    expect(world.sent.filter(({ url }) => url.includes('s0.example'))).toHaveLength(2);
  });

  it('twice in a row is one new run', async () => {
    const world = await known();
    world.reply = () => 'hang';
    await world.engine.enrich([ip(1)], 'card', true);
    await world.engine.enrich([ip(1)], 'card', true);
    await world.quiet(100);
    expect(world.sent).toHaveLength(2);
  });
});
