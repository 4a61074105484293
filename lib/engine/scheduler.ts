import type { AskedProvider } from '../core/plugin';
import { isLocal } from '../core/plugin';
import type { Context } from './context';
import { Lane } from './lane';
import { type Flights, type Looked, lookUp } from './lookup';
import type { RunRow } from './rows';
import type { Settled } from './settle';
import { recovery } from './persist';
import { leftToday } from './read-budgets';
import { type Pace, causeIn, paceOf } from './pace';
import { settle } from './settle';

/** Requests that one source gets at the same time. */
const together = 4;

/** Puts the steps of open runs to the sources, each at its own pace. */
export interface Scheduler {
  /** Takes up a run: every step of it that has no outcome. Harmless for a run it already has. */
  add(run: RunRow): Promise<void>;
  /** Ends waiting for the steps of a run; those that are out come back. */
  drop(run: number): void;
  /** Forgets every run. */
  clear(): void;
  /** Looks at every source again: settings changed, a timer of the browser rang. */
  pump(): void;
  /** Runs that have not closed. */
  readonly open: ReadonlyMap<number, string>;
  /** Is a request of this run out? */
  isOut(run: number): boolean;
  /** What a step waits for, in words; undefined when it is out or unknown. */
  cause(run: number, provider: string): Promise<string | undefined>;
  /** The slowest of the sources that these runs wait for. */
  pace(runs: ReadonlySet<number>): Promise<Pace | null>;
}

export function createScheduler(ctx: Context, onSettled: (settled: Settled) => void): Scheduler {
  const lanes = new Map<string, Lane>();
  const open = new Map<number, string>();
  const out = new Map<string, { run: number; provider: string }>();
  const flights: Flights = new Map();
  const timers = new Map<Lane, () => void>();
  let turn = 0;

  const closed = (run: number, settled: Settled) => {
    if (settled.closed) open.delete(run);
    onSettled(settled);
  };

  const pump = (lane: Lane) => {
    timers.get(lane)?.();
    timers.delete(lane);
    while (lane.active < together) {
      const job = lane.pick(ctx.now());
      if (job === null) break;
      const name = `${job.run} ${job.provider}`;
      lane.active += 1;
      out.set(name, job);
      void lookUp(ctx, job, flights)
        .then((looked: Looked) => {
          ctx.trouble.clear();
          if (looked.is === 'done') return closed(job.run, looked.settled);
          if (!open.has(job.run)) return undefined;
          job.scope = looked.scope;
          lane.close(looked.scope, looked);
          lane.putBack(job);
          ctx.feed.changed([`${job.ioc.kind}|${job.ioc.value}`]);
          return undefined;
        })
        .catch((error: unknown) => {
          ctx.trouble.report(error);
          if (!open.has(job.run)) return;
          lane.close(job.scope, { until: ctx.now() + recovery, why: 'The browser could not store anything' });
          lane.putBack(job);
        })
        .finally(() => {
          lane.active -= 1;
          out.delete(name);
          pump(lane);
        });
    }
    const next = lane.nextOpening(ctx.now());
    if (lane.active < together && Number.isFinite(next)) {
      timers.set(
        lane,
        ctx.deps.clock.after(Math.max(0, next - ctx.now()), () => pump(lane)),
      );
    }
  };

  const providerOf = async (id: string): Promise<AskedProvider | null> => {
    const found = (await ctx.setup.sources()).find(({ provider }) => provider.id === id)?.provider;
    return found === undefined || isLocal(found) ? null : found;
  };

  const laneOf = async (id: string): Promise<Lane> => {
    const single = !(await providerOf(id))?.limitedByHost;
    const lane = lanes.get(id) ?? new Lane(id, single);
    lanes.set(id, lane);
    return lane;
  };

  return {
    open,
    async add(run) {
      const waiting = run.steps.filter(({ outcome }) => outcome.state === 'running');
      open.set(run.id, run.key);
      if (waiting.length === 0) closed(run.id, await settle(ctx, { run: run.id, ioc: run.ioc }, []));
      for (const { provider } of waiting) {
        const lane = await laneOf(provider);
        const known = lane.get(run.id);
        if (known !== undefined) known.rank = run.rank;
        else if (!out.has(`${run.id} ${provider}`)) {
          turn += 1;
          lane.add({ run: run.id, ioc: run.ioc, provider, rank: run.rank, turn, scope: provider });
        }
        pump(lane);
      }
    },
    drop(run) {
      for (const lane of lanes.values()) lane.drop(run);
      if (![...out.values()].some((job) => job.run === run)) open.delete(run);
    },
    clear() {
      lanes.clear();
      open.clear();
      for (const stop of timers.values()) stop();
      timers.clear();
    },
    pump() {
      for (const lane of lanes.values()) {
        lane.openAll();
        pump(lane);
      }
    },
    isOut: (run) => [...out.values()].some((job) => job.run === run),
    async cause(run, provider) {
      const lane = lanes.get(provider);
      const job = lane?.get(run);
      if (lane === undefined || job === undefined) return undefined;
      return causeIn(lane, job, await providerOf(provider), ctx.now());
    },
    async pace(runs) {
      const paces = await Promise.all(
        [...lanes.values()].map(async (lane) => {
          const provider = await providerOf(lane.provider);
          const today = provider === null ? 0 : await leftToday(ctx, provider);
          return paceOf(lane, runs, provider, today, ctx.now());
        }),
      );
      return paces.reduce(
        (worst, pace) => (pace && (!worst || pace.until > worst.until) ? pace : worst),
        null,
      );
    },
  };
}
