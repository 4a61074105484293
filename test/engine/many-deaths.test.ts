import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { answer, ip, keyOfIp, lists, source } from './sources';
import { World } from './world';

const rows = Array.from({ length: 50 }, (_, at) => ip(at));

it('a batch of 50 ends the same however often the worker dies under it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 20, maxLength: 20 }),
      async (stops) => {
        const world = new World(
          source('one', { limits: [{ requests: 8, per: 10_000 }] }),
          source('two'),
          lists,
        );
        world.policy = { ...world.policy, perHour: 1000 };
        world.reply = ({ url }) => answer(200, { bad: url.endsWith('7') ? 17 : 0 });
        const { id } = await world.engine.startBatch(rows, 'Pasted');
        for (const stop of stops) {
          await world.quiet(stop);
          await world.pass(stop * 20);
          await world.restart();
        }
        await world.until(async () => (await world.engine.batch(id))?.done === 50);
        const bad = rows.filter(({ value }) => value.endsWith('7'));
        await world.until(() => world.tracker.tickets.length >= bad.length);
        await world.pass(120_000);
        for (const ioc of rows) {
          const report = await world.engine.report(`ipv4|${ioc.value}`);
          const expected = ioc.value.endsWith('7') ? 'malicious' : 'unknown';
          const cut = report?.runs[0]?.steps.some(
            ({ outcome }) => outcome.state === 'failed' && outcome.failure.code === 'cut-off',
          );
          if (!cut) expect(report?.enrichment.level).toBe(expected);
          expect(await world.ticketsFor(ioc)).toHaveLength(report?.enrichment.level === 'malicious' ? 1 : 0);
          for (const host of ['one', 'two']) {
            const asked = world.sent.filter(
              ({ url }) => url === `https://${host}.example/${ioc.value}`,
            ).length;
            expect(asked).toBeLessThanOrEqual(2);
          }
        }
      },
    ),
    { numRuns: 4, seed: 7 },
  );
});

type Fault = { readonly make: boolean; readonly how: 'hang' | 'timeout' | 'server' };

it('one malicious indicator is one ticket, whatever the tracker loses and whenever the worker dies', async () => {
  const faults = fc.array(
    fc.record<Fault>({ make: fc.boolean(), how: fc.constantFrom('hang', 'timeout', 'server') }),
    { maxLength: 2 },
  );
  await fc.assert(
    fc.asyncProperty(
      faults,
      fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }),
      async (faults, stops) => {
        const world = new World(source('one'));
        world.reply = () => answer(200, { bad: 17 });
        world.tracker.createFaults = [...faults];
        await world.engine.enrich([ip(1)], 'card');
        for (const stop of stops) {
          await world.quiet(stop);
          await world.pass(stop * 100);
          await world.restart();
        }
        await world.until(async () => {
          // A create that hangs is cut by the death of the worker: there is no time-out in this world.
          if (world.clock.next() === undefined) await world.restart();
          const filing = await world.filing(keyOfIp(1));
          const level = (await world.engine.report(keyOfIp(1)))?.enrichment;
          return filing?.state === 'filed' || (level?.state === 'closed' && level.level !== 'malicious');
        });
        const report = await world.engine.report(keyOfIp(1));
        expect(world.tracker.tickets).toHaveLength(report?.enrichment.level === 'malicious' ? 1 : 0);
      },
    ),
    { numRuns: 60, seed: 11 },
  );
});
