import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { answer, ip, source } from './sources';
import { World } from './world';

type Move = { readonly do: 'enrich' | 'pass' | 'die' | 'fail'; readonly much: number };

const moves = fc.array(
  fc.record<Move>({
    do: fc.constantFrom('enrich', 'enrich', 'pass', 'pass', 'die', 'fail'),
    much: fc.integer({ min: 1, max: 12 }),
  }),
  { minLength: 3, maxLength: 14 },
);

/** The most requests in any window that ends with a request. */
const worst = (times: readonly number[], per: number) =>
  Math.max(0, ...times.map((end) => times.filter((at) => at > end - per && at <= end).length));

it('no window ever holds one request more than its limit, whatever happens and whoever dies', async () => {
  await fc.assert(
    fc.asyncProperty(moves, async (moves) => {
      const world = new World(
        source('one', {
          limits: [
            { requests: 4, per: 60_000 },
            { requests: 9, per: 300_000 },
            { requests: 20, per: 'day' },
          ],
        }),
      );
      world.clock.time = Date.UTC(2026, 10, 24, 23, 55, 0);
      let next = 0;
      for (const move of moves) {
        if (move.do === 'enrich') {
          const iocs = Array.from({ length: move.much }, () => ip((next += 1) % 250));
          await world.engine.enrich(iocs, 'card');
          await world.quiet(move.much * 3);
        }
        if (move.do === 'pass') await world.pass(move.much * 7001);
        if (move.do === 'die') await world.restart();
        if (move.do === 'fail') world.reply = () => (move.much > 6 ? answer(500) : answer(200, { bad: 0 }));
      }
      const times = world.sent.map(({ at }) => at);
      expect(worst(times, 60_000)).toBeLessThanOrEqual(4);
      expect(worst(times, 300_000)).toBeLessThanOrEqual(9);
      const midnight = Date.UTC(2026, 10, 25);
      expect(times.filter((at) => at < midnight).length).toBeLessThanOrEqual(20);
      expect(times.filter((at) => at >= midnight).length).toBeLessThanOrEqual(20);
    }),
    { numRuns: 40, seed: 20261124 },
  );
});
