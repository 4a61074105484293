import { expect, test } from 'vitest';
import { keyOf } from '../../lib/core/enrichment';
import { answered } from '../../lib/core/reading';
import type { Level } from '../../lib/core/verdict';
import type { Ioc } from '../../lib/ioc';
import warningLists from '../../lib/providers/warning-lists';
import lists from '../../lib/providers/warning-lists/lists.json';
import { stored } from '../engine/shelves';
import { source } from '../engine/sources';
import { World } from '../engine/world';

const domain = (value: string): Ioc => ({ kind: 'domain', value });

async function fresh(...others: ReturnType<typeof source>[]): Promise<World> {
  const world = new World(...others);
  world.sources = [{ provider: warningLists, settings: {}, version: '1', maxTlp: 'green' }, ...world.sources];
  world.granted = (pattern) => !pattern.includes('github');
  await world.engine.resume();
  await world.until(async () => (await world.engine.files())[0]?.fetchedAt !== null);
  return world;
}

test('what is on them is marked at once, and nobody is asked', async () => {
  const world = await fresh();
  const iocs: Ioc[] = [
    domain('google.com'),
    domain('www.wikipedia.org'),
    { kind: 'ipv4', value: '8.8.8.8' },
    { kind: 'ipv6', value: '2606:4700:4700::1111' },
    { kind: 'md5', value: 'd41d8cd98f00b204e9800998ecf8427e' },
    domain('google.com.evil.example'),
    domain('evil.sites.google.com'),
    { kind: 'ipv4', value: '45.155.205.1' },
  ];
  const levels = (await world.engine.known(iocs)).map(({ level }) => level);
  expect(levels).toEqual(['benign', 'benign', 'benign', 'benign', 'benign', null, null, null]);
  expect(world.sent).toEqual([]);
  expect(world.alarms.size).toBe(0);
});

test('a source that finds it odd is outweighed, one that convicts is not', async () => {
  let said: Level = 'suspicious';
  const one = source('one', { read: () => answered({ level: said, summary: 'Seen' }) });
  const world = await fresh(one);
  for (const [says, level] of [
    ['suspicious', 'benign'],
    ['malicious', 'malicious'],
  ] as const) {
    said = says;
    await world.engine.enrich([domain('google.com')], 'card', true);
    await world.closed(keyOf(domain('google.com')));
    const report = await world.engine.report(keyOf(domain('google.com')));
    expect(report?.enrichment.level).toBe(level);
    world.clock.to(world.clock.now() + 4_000_000);
  }
});

test('a new set replaces the old one, and the same is not read twice', async () => {
  const world = await fresh();
  const before = (await world.engine.files())[0]?.fetchedAt;
  await world.pass(86_400_000);
  await world.restart();
  await world.quiet();
  expect((await world.engine.files())[0]?.fetchedAt).toBe(before);
  expect((await stored())[0]).toBe(1);
});

test('nearly every value is understood, and none is a network of strangers', async () => {
  const world = await fresh();
  const [{ entries = 0 } = {}] = await world.engine.files();
  const values = lists.flatMap((list) => list.values);
  expect(entries).toBeGreaterThan(values.length * 0.95);
  for (const value of values.filter((value) => value.includes('/'))) {
    expect(Number(value.split('/')[1])).toBeGreaterThanOrEqual(value.includes(':') ? 32 : 16);
  }
});
