import type { Context } from './context';

/** Pieces of work in one transaction at most: a hover must not wait for a thousand. */
const most = 100;

interface Waiting<T, R> {
  readonly one: T;
  resolve(result: R): void;
  reject(error: unknown): void;
}

/**
 * One transaction after the other: what comes while one is under way goes into the next, all together. A thousand steps
 * that end within a second then cost some tens of transactions. A group that fails is tried again one by one, so that
 * nobody fails for another.
 * @param work answers one result for each piece, in their order
 */
export function grouped<T, R>(
  work: (ctx: Context, all: readonly T[]) => Promise<readonly R[]>,
): (ctx: Context, one: T) => Promise<R> {
  const queues = new WeakMap<Context, (one: T) => Promise<R>>();
  return (ctx, one) => {
    const queue = queues.get(ctx) ?? queueOf((all) => work(ctx, all));
    queues.set(ctx, queue);
    return queue(one);
  };
}

function queueOf<T, R>(work: (all: readonly T[]) => Promise<readonly R[]>): (one: T) => Promise<R> {
  const waiting: Waiting<T, R>[] = [];
  let running = false;

  const run = async (group: readonly Waiting<T, R>[]): Promise<void> => {
    try {
      const results = await work(group.map(({ one }) => one));
      for (const [at, { resolve }] of group.entries()) resolve(results[at] as R);
    } catch (error) {
      const [only] = group;
      if (group.length === 1) only?.reject(error);
      else for (const each of group) await run([each]);
    }
  };
  const runAll = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) await run(waiting.splice(0, most));
    running = false;
  };
  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject });
      if (!running) void runAll();
    });
}
