import { expect, it } from 'vitest';
import { answer, ip, keyOfIp, source } from './sources';
import { World } from './world';

async function malicious(): Promise<World> {
  const world = new World(source('one'));
  world.policy = { ...world.policy, automatic: false };
  world.reply = () => answer(200, { bad: 17 });
  await world.engine.enrich([ip(1)], 'card');
  await world.closed(keyOfIp(1));
  return world;
}

const standing = async (world: World) => {
  const report = await world.engine.report(keyOfIp(1));
  const [mark] = await world.engine.known([ip(1)]);
  return [report?.enrichment.level, mark?.level, report?.enrichment.verdict?.summary];
};

it('the analyst’s own verdict stands over what the sources say, with its reason', async () => {
  const world = await malicious();
  await world.engine.override(keyOfIp(1), 'benign', 'Our own scanner');
  const [level, mark, summary] = await standing(world);
  expect([level, mark]).toEqual(['benign', 'benign']);
  expect(summary).toMatch(/^Set by you to benign on \d{4}-\d\d-\d\d: Our own scanner\.$/);
  const report = await world.engine.report(keyOfIp(1));
  expect(report?.enrichment.verdict?.dissent).toContain('The sources say malicious');
  expect(report?.runs[0]?.verdict?.level).toBe('malicious');
});

it('it is remembered over runs and lives of the worker, and no Investigation opens against it', async () => {
  const world = await malicious();
  await world.engine.override(keyOfIp(1), 'benign', 'Our own scanner');
  world.policy = { ...world.policy, automatic: true };
  await world.restart();
  await world.pass(3_600_001);
  world.reply = () => answer(200, { bad: 40 });
  await world.engine.enrich([ip(1)], 'selection');
  await world.closed(keyOfIp(1));
  await world.quiet();
  expect((await standing(world)).slice(0, 2)).toEqual(['benign', 'benign']);
  expect(world.tracker.tickets).toHaveLength(0);
  expect((await world.engine.report(keyOfIp(1)))?.runs[0]?.changes?.[0]).toContain('ONE 17 → 40');
});

it('taking it back brings the sources’ verdict back', async () => {
  const world = await malicious();
  await world.engine.override(keyOfIp(1), 'benign', 'Our own scanner');
  await world.engine.override(keyOfIp(1), null, '');
  const [level, mark, summary] = await standing(world);
  expect([level, mark]).toEqual(['malicious', 'malicious']);
  expect(summary).not.toContain('Set by you');
  expect((await world.engine.report(keyOfIp(1)))?.enrichment.override).toBeUndefined();
});

it('says nothing about an IOC that has no Enrichment', async () => {
  const world = await malicious();
  await world.engine.override(keyOfIp(2), 'malicious', 'A guess');
  expect(await world.engine.report(keyOfIp(2))).toBeNull();
});
