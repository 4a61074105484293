import type { Report, Trigger } from '../core/enrichment';
import { ok, type Result } from '../core/failure';
import type { Seen } from '../core/seen';
import type { Ioc } from '../ioc';
import { cancel, openSome, storeBatch } from './batches';
import { waits } from './close-run';
import type { Context } from './context';
import { createFiler, type Filer } from './filer';
import { createHeartbeat } from './heartbeat';
import { dropCancelled, dropLeft } from './dropped';
import { draftWith, requeueCurable } from './investigations';
import { nextRefresh, refreshDue } from './list-files';
import { joinRun, runsOfPages } from './join-run';
import { askAlso, openRuns } from './open-run';
import { nextWork } from './next-work';
import { readReport } from './read-report';
import { nextRetry, openDueRetries, releaseRetries } from './retries';
import { takeUp } from './resume';
import type { BatchRow, OutboxRow, RunRow } from './rows';
import { createScheduler, type Scheduler } from './scheduler';
import { prepareSubmission } from './submit';
import { createSubmitter, type Submitter } from './submitter';

/** Starts, resumes and ends work, and keeps the alarm alive while there is any. */
export interface Conductor {
  readonly scheduler: Scheduler;
  readonly filer: Filer;
  resume(): Promise<void>;
  onAlarm(name: string): Promise<boolean>;
  reconsider(): Promise<void>;
  enrich(iocs: readonly Ioc[], trigger: Trigger, again?: boolean, seen?: Seen): Promise<void>;
  askAlso(ioc: Ioc, provider: string): Promise<boolean>;
  leave(keys: readonly string[]): Promise<void>;
  look(key: string): Promise<void>;
  readonly submitter: Submitter;
  submit(ioc: Ioc, provider: string, submit: string): Promise<Result<null>>;
  startBatch(iocs: readonly Ioc[], title: string): Promise<BatchRow>;
  cancelBatch(id: string): Promise<void>;
  /** Runs work that opens something; the alarm exists before it starts. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Sets the alarm to what is due next, when nothing is open. */
  rest(): Promise<void>;
}

export function createConductor(ctx: Context): Conductor {
  const { trouble } = ctx;
  const heartbeat = createHeartbeat(ctx);
  let resumed: Promise<void> | undefined;
  let opening: Promise<void> | undefined;
  /** Batches may have come since the open ones were read. */
  let more = false;

  const draftOf = async (row: OutboxRow) =>
    draftWith(ctx, (await readReport(ctx, row.key, scheduler)) ?? emptyReport(row), row.externalId);

  const rest = () =>
    heartbeat.rest(async () => {
      const [work, refresh] = await Promise.all([nextWork(ctx), nextRefresh(ctx)]);
      return work === null ? null : Math.min(work, refresh);
    });
  const tryRest = () => rest().catch(trouble.report);

  const refreshLists = async () => {
    try {
      if ((await nextRefresh(ctx)) > ctx.now()) return;
      await heartbeat.during(() => refreshDue(ctx));
    } catch (error) {
      trouble.report(error);
    }
    await tryRest();
  };

  const filer = createFiler(ctx, draftOf, tryRest);
  const scheduler = createScheduler(ctx, ({ closed, filing }) => {
    if (filing) void filer.pump();
    if (closed && scheduler.open.size === 0) void tryRest();
  });

  const submitter = createSubmitter(ctx, async (run) => {
    await heartbeat.during(() => scheduler.add(run));
    await tryRest();
  });

  const addAll = async (runs: readonly RunRow[]) => {
    const open = runs.filter((run) => run.open !== undefined);
    // Those with nothing to ask close in a few transactions, all together.
    const closing = open.filter((run) => !waits(run)).map((run) => scheduler.add(run));
    for (const run of open.filter(waits)) await scheduler.add(run);
    await Promise.all(closing);
    // Some closed as they opened: the tracker may have something to do.
    if (open.length < runs.length) void filer.pump();
  };

  /** Nobody asks for what was dropped; whoever joined such a run since is asked for. */
  const letGo = async (dropped: Awaited<ReturnType<typeof dropLeft>>) => {
    for (const { run } of dropped) scheduler.drop(run.id);
    const db = await ctx.db();
    for (const { run, settled } of dropped) {
      const row = settled.closed ? undefined : await db.get('runs', run.id);
      if (row?.open !== undefined) await scheduler.add(row);
    }
    if (dropped.some(({ settled }) => settled.filing)) void filer.pump();
    await tryRest();
  };

  const openAll = async () => {
    const db = await ctx.db();
    while (more) {
      more = false;
      for (const id of await db.getAllKeysFromIndex('batches', 'opening')) {
        const openThis = async () => {
          for (let runs = await openSome(ctx, id); runs.length > 0; runs = await openSome(ctx, id))
            await addAll(runs);
        };
        await heartbeat.during(() => scheduler.opening(openThis));
      }
    }
  };

  const openBatches = (): Promise<void> => {
    more = true;
    opening ??= openAll()
      .catch(trouble.report)
      .finally(() => {
        opening = undefined;
        if (more) return openBatches();
        void tryRest();
      });
    return opening;
  };

  const retryDue = async () => {
    if ((await nextRetry(ctx)) > ctx.now()) return;
    while ((await nextRetry(ctx)) <= ctx.now()) {
      await heartbeat.during(async () => addAll(await openDueRetries(ctx)));
    }
    await tryRest();
  };

  const takeUpAll = async () => {
    const open = await takeUp(ctx);
    if (open.length > 0) await heartbeat.during(() => addAll(open));
    await filer.recover();
    await submitter.recover();
    void openBatches();
    await retryDue();
    void filer.pump();
    void submitter.pump().then(tryRest);
    void refreshLists();
  };

  const resume = (): Promise<void> => {
    resumed ??= takeUpAll().catch((error: unknown) => {
      resumed = undefined;
      trouble.report(error);
      throw error;
    });
    return resumed;
  };

  return {
    scheduler,
    filer,
    submitter,
    resume,
    during: heartbeat.during,
    rest,
    async onAlarm(name) {
      if (name !== heartbeat.name) return false;
      await resume();
      scheduler.pump();
      void openBatches();
      await retryDue();
      await filer.pump();
      await submitter.pump();
      void refreshLists();
      return true;
    },
    async reconsider() {
      ctx.setup.forget();
      await releaseRetries(ctx);
      await requeueCurable(ctx);
      scheduler.pump();
      await retryDue();
      void filer.pump(true);
      void refreshLists();
    },
    async enrich(iocs, trigger, again = false, seen) {
      await heartbeat.during(async () => addAll(await openRuns(ctx, iocs, trigger, again, seen)));
      await tryRest();
    },
    async askAlso(ioc, provider) {
      const opened = await heartbeat.during(async () => {
        const run = await askAlso(ctx, ioc, provider);
        if (run !== null) await scheduler.add(run);
        return run !== null;
      });
      await tryRest();
      return opened;
    },
    async leave(keys) {
      if (keys.length === 0) return;
      const runs = await runsOfPages(ctx, keys);
      if (runs.length > 0) await letGo(await dropLeft(ctx, runs));
    },
    async look(key) {
      const [run] = await runsOfPages(ctx, [key]);
      if (run === undefined) return;
      const joined = await joinRun(ctx, run.id);
      if (joined !== null) await scheduler.add(joined);
    },
    async submit(ioc, provider, submit) {
      const leaving = await heartbeat.during(() => prepareSubmission(ctx, ioc, { provider, submit }));
      if (!leaving.ok) return leaving;
      void heartbeat.during(() => submitter.send(leaving.value)).then(tryRest, trouble.report);
      return ok(null);
    },
    startBatch: (iocs, title) =>
      heartbeat.during(async () => {
        const row = await storeBatch(ctx, iocs, title);
        void openBatches();
        return row;
      }),
    async cancelBatch(id) {
      const runs = await cancel(ctx, id);
      await letGo(await dropCancelled(ctx, runs));
    },
  };
}

function emptyReport({ key, ioc }: OutboxRow): Report {
  const enrichment = { key, ioc, state: 'closed', openedAt: 0, runAt: 0, runs: 0, level: null } as const;
  return { enrichment, runs: [] };
}
