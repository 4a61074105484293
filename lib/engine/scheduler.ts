import { keyOf } from '../core/enrichment';
import type { AskedProvider } from '../core/plugin';
import { isLocal } from '../core/plugin';
import type { Context } from './context';
import type { Company, Task } from './company';
import { Desk } from './desk';
import { createFlights } from './flights';
import { type Job, Lane } from './lane';
import { lookUp } from './lookup';
import type { RunRow } from './rows';
import { settleAll, type Settled } from './settle';
import { recovery } from './persist';
import { leftToday } from './read-budgets';
import { type Pace, causeIn, paceOf } from './pace';

/** Milliseconds that a question waits for others to share its request. */
const gatherFor = 40;

/** Puts the steps of open runs to the sources, each at its own pace. */
export interface Scheduler {
  /** Takes up a run: every step of it that has no outcome. Harmless for a run it already has. */
  add(run: RunRow): Promise<void>;
  /** Ends waiting for the steps of a run; those that are out come back. */
  drop(run: number): void;
  /** Forgets every run. */
  clear(): void;
  /** Opens many runs before the sources that can wait are asked about the first of them. */
  opening<T>(piece: () => Promise<T>): Promise<T>;
  /** Looks at every source again: settings changed, a timer of the browser rang. */
  pump(): void;
  /** Runs that have not closed. */
  readonly open: ReadonlyMap<number, string>;
  /** How many of these runs are being asked about. */
  outOf(runs: ReadonlySet<number>): number;
  /** What a step waits for, in words; undefined when it is out or unknown. */
  cause(run: number, provider: string): Promise<string | undefined>;
  /** The slowest of the sources that these runs wait for. */
  pace(runs: ReadonlySet<number>): Promise<Pace | null>;
}

export function createScheduler(ctx: Context, onSettled: (settled: Settled) => void): Scheduler {
  const lanes = new Map<string, Lane>();
  const open = new Map<number, string>();
  const out = new Map<string, Job>();
  const flights = createFlights();
  const desk = new Desk();
  /** Steps that were wanted anew while they were out. */
  const wanted = new Set<string>();
  const timers = new Map<Lane, () => void>();
  let turn = 0;

  const closed = (run: number, settled: Settled) => {
    if (settled.closed) open.delete(run);
    onSettled(settled);
  };

  /** Looks a job up, with those that it takes along. They are in `out` until they are told. */
  const start = (lane: Lane, lead: Job) => {
    const party = new Map<Task, Job>();
    const note = (job: Job) => {
      party.set(job, job);
      out.set(nameOf(job), job);
    };
    note(lead);
    lane.active += 1;
    lane.leading = lane.source?.batch !== undefined;
    let leads = lane.leading;
    const depart = () => {
      if (leads) lane.leading = false;
      leads = false;
      pump(lane);
    };
    const backTo = (job: Job, scope: string) => {
      party.delete(job);
      out.delete(nameOf(job));
      if (!open.has(job.run)) return;
      lane.putBack({ ...job, scope });
      ctx.feed.changed([keyOf(job.ioc)]);
    };
    const company: Company = {
      gather: (enough) => gather(ctx, lane, lead, enough),
      work: (piece) => desk.work(lane, lead.rank < 2, piece),
      take(most, fits) {
        const taken = lane.take(most, fits, ctx.now());
        for (const job of taken) note(job);
        return taken;
      },
      depart,
      told(task, looked) {
        ctx.trouble.clear();
        const job = party.get(task);
        if (job === undefined) return;
        if (looked.is === 'wait') lane.close(looked.scope, looked);
        if (looked.is !== 'done') return backTo(job, looked.scope);
        party.delete(task);
        out.delete(nameOf(job));
        closed(job.run, looked.settled);
        if (wanted.delete(nameOf(job)) && !looked.settled.closed)
          void readd(job.run).catch(ctx.trouble.report);
      },
    };
    void lookUp(ctx, lead, company, flights)
      .catch(ctx.trouble.report)
      .finally(() => {
        // Whom nobody told is looked up again: the database could not be written.
        const why = 'The browser could not store anything';
        for (const job of party.values()) {
          lane.close(job.scope, { until: ctx.now() + recovery, why });
          backTo(job, job.scope);
        }
        lane.active -= 1;
        depart();
      });
  };

  const pump = (lane: Lane) => {
    timers.get(lane)?.();
    timers.delete(lane);
    while (!lane.full) {
      const job = lane.pick(ctx.now());
      if (job === null) break;
      start(lane, job);
    }
    desk.look(lanes.values(), ctx.now());
    const next = lane.nextOpening(ctx.now());
    if (!lane.full && Number.isFinite(next)) {
      timers.set(
        lane,
        ctx.deps.clock.after(Math.max(0, next - ctx.now()), () => pump(lane)),
      );
    }
  };

  const sourceOf = async (id: string): Promise<AskedProvider | null> => {
    const found = (await ctx.setup.sources()).find(({ provider }) => provider.id === id)?.provider;
    return found === undefined || isLocal(found) ? null : found;
  };

  const laneOf = async (id: string): Promise<Lane> => {
    const source = await sourceOf(id);
    const lane = lanes.get(id) ?? new Lane(id);
    lane.source = source;
    lanes.set(id, lane);
    return lane;
  };

  const add = async (run: RunRow): Promise<void> => {
    const waiting = run.steps.filter(({ outcome }) => outcome.state === 'running');
    open.set(run.id, run.key);
    if (waiting.length === 0) {
      const [settled] = await settleAll(ctx, [{ run: run.id, ioc: run.ioc, endings: [] }]);
      if (settled !== undefined) closed(run.id, settled);
    }
    for (const { provider } of waiting) {
      const lane = await laneOf(provider);
      if (lane.get(run.id) !== undefined) lane.rank(run.id, run.rank);
      else if (out.has(nameOf({ run: run.id, provider }))) wanted.add(nameOf({ run: run.id, provider }));
      else {
        turn += 1;
        const job = { run: run.id, ioc: run.ioc, provider, rank: run.rank, turn, scope: provider };
        lane.add(run.past ? { ...job, since: run.startedAt } : job);
      }
      const { gathering } = lane;
      if (gathering !== null && (run.rank === 0 || lane.waits >= gathering.enough)) gathering.end();
      pump(lane);
    }
  };

  /** What was wanted anew while it was out, and was dropped before that was known, is asked after all. */
  const readd = async (id: number): Promise<void> => {
    const run = await (await ctx.db()).get('runs', id);
    if (run?.open !== undefined) await add(run);
  };

  return {
    open,
    add,
    drop(run) {
      for (const lane of lanes.values()) lane.drop(run);
      if (![...out.values()].some((job) => job.run === run)) open.delete(run);
    },
    clear() {
      lanes.clear();
      open.clear();
      wanted.clear();
      for (const stop of timers.values()) stop();
      timers.clear();
    },
    opening: (piece) => desk.open(piece),
    pump() {
      for (const lane of lanes.values()) {
        lane.openAll();
        pump(lane);
      }
    },
    outOf: (runs) => new Set([...out.values()].map(({ run }) => run).filter((run) => runs.has(run))).size,
    async cause(run, provider) {
      const lane = lanes.get(provider);
      const job = lane?.get(run);
      if (lane === undefined || job === undefined) return undefined;
      return causeIn(lane, job, await sourceOf(provider), ctx.now());
    },
    async pace(runs) {
      const paces = await Promise.all(
        [...lanes.values()].map(async (lane) => {
          const provider = await sourceOf(lane.provider);
          const source = (await ctx.setup.sources()).find((one) => one.provider.id === lane.provider);
          const today = source === undefined ? 0 : await leftToday(ctx, source);
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

const nameOf = ({ run, provider }: { readonly run: number; readonly provider: string }): string =>
  `${run} ${provider}`;

/** Waits for others to share the request of a job; ends at once where a person looks or a full request waits. */
async function gather(ctx: Context, lane: Lane, lead: Job, enough: number): Promise<void> {
  if (lead.rank === 0 || lane.waits >= enough || lane.someoneLooks) return;
  await new Promise<void>((resolve) => {
    const stop = ctx.deps.clock.after(gatherFor, resolve);
    const end = () => {
      stop();
      resolve();
    };
    lane.gathering = { enough, end };
  });
  lane.gathering = null;
}
