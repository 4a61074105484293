import { expect, test } from 'vitest';
import type { Context } from '../../lib/engine/context';
import { createHeartbeat } from '../../lib/engine/heartbeat';

/** The alarms that the browser holds. */
const alarms = new Set<string>();
const heartbeat = () =>
  createHeartbeat({
    deps: {
      alarms: {
        create: async (name: string) => void alarms.add(name),
        clear: async (name: string) => alarms.delete(name),
      },
    },
    now: () => 0,
  } as unknown as Context);

test('work that begins while a rest still reads what is due keeps its alarm', async () => {
  const beating = heartbeat();
  let tell = (_due: number): void => undefined;
  const reading = new Promise<number>((resolve) => {
    tell = resolve;
  });
  const resting = beating.rest(() => reading);
  await beating.during(async () => undefined);
  tell(Number.POSITIVE_INFINITY);
  await resting;
  expect([...alarms]).toEqual([beating.name]);
});

test('when nothing is open and nothing is due the alarm goes', async () => {
  const beating = heartbeat();
  await beating.during(async () => undefined);
  await beating.rest(async () => null);
  expect([...alarms]).toEqual([beating.name]);
  await beating.rest(async () => Number.POSITIVE_INFINITY);
  expect([...alarms]).toEqual([]);
});
