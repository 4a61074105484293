import { expect, it } from 'vitest';
import { ip, keyOfIp, lists, source } from './sources';
import { World } from './world';

const many = (count: number) => Array.from({ length: count }, (_, at) => ip(at + 1));

it('a batch says what it costs before it starts: requests, answers at hand, what is left, how long', async () => {
  const batch = {
    size: 10,
    request: () => ({ url: 'https://two.example/' }),
    read: () => [],
  };
  const world = new World(
    source('one', {
      limits: [
        { requests: 4, per: 60_000 },
        { requests: 500, per: 'day' },
      ],
    }),
    source('two', { batch }),
    lists,
  );
  await world.engine.enrich([ip(1), ip(2)], 'card');
  await world.closed(keyOfIp(1), keyOfIp(2));
  const asked = world.sent.length;
  const preview = await world.engine.preview([...many(60), ...many(60), { kind: 'ipv4', value: '10.0.0.1' }]);
  expect(preview).toMatchObject({
    iocs: 61,
    sources: [
      { provider: 'one', requests: 58, known: 2, left: 498, milliseconds: 14 * 60_000, scarce: false },
      { provider: 'two', left: null, milliseconds: 0 },
    ],
  });
  expect(preview.sources[1]?.requests).toBeLessThanOrEqual(6);
  expect(world.sent).toHaveLength(asked);
});

it('a source that is asked on demand costs a batch nothing, a scarce one that is always asked is named', async () => {
  const world = new World(source('one', { scarce: true }), source('two', { scarce: true }));
  world.sources = world.sources.map((one) => ({ ...one, onDemand: one.provider.id === 'one' }));
  expect((await world.engine.preview([ip(1)])).sources).toMatchObject([
    { provider: 'two', requests: 1, scarce: true },
  ]);
});
