import type { Context } from './context';

/** The browser allows none under 30 s. */
const shortest = 30_000;
const beat = shortest / 60_000;
const name = 'sightline-work';

/** One alarm of the browser: while anything is open it brings a dead worker back; else it waits for what comes next. */
export interface Heartbeat {
  /** Runs work that opens something. The alarm exists before it starts and is not cleared under it. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Call when work may have ended. `next` tells when something is due, or Infinity, and `null` when work is open. Work that
   * begins while `next` is still reading is not in what it read: the alarm then stays as it is.
   */
  rest(next: () => Promise<number | null>): Promise<void>;
  readonly name: string;
}

export function createHeartbeat({ deps, now }: Context): Heartbeat {
  let set: 'beating' | number | undefined;
  let working = 0;
  let begun = 0;
  return {
    name,
    async during(work) {
      working += 1;
      begun += 1;
      try {
        if (set !== 'beating') {
          set = 'beating';
          await deps.alarms.create(name, { periodInMinutes: beat });
        }
        return await work();
      } finally {
        working -= 1;
      }
    },
    async rest(read) {
      const before = begun;
      const next = await read();
      if (next === null || set === next || working > 0 || begun !== before) return;
      set = next;
      // It rings again: a worker that dies as it is woken by the first ring has done nothing yet.
      const when = Math.max(next, now() + shortest);
      if (Number.isFinite(next)) await deps.alarms.create(name, { when, periodInMinutes: beat });
      else await deps.alarms.clear(name);
    },
  };
}
