import type { Draft } from '../core/draft';
import { type Failure, fail } from '../core/failure';
import type { Ask } from '../core/http';
import type { Context } from './context';
import type { TrackerInUse } from './deps';
import { blindFor, fileRow, stop } from './file-row';
import { patternOf } from '../core/origin-pattern';
import { dueRow, nextFiling, outboxRow, recoverCut, storeRow } from './outbox';
import type { OutboxRow } from './rows';
import { passes } from './tracker-failure';
import { ourFault } from './our-fault';

/** Files what the outbox holds, one Investigation at a time. */
export interface Filer {
  /**
   * Call after every change of the outbox and with every beat of the alarm. Returns when nothing is due. `byHand`: a
   * person waits, so a tracker that was silent a moment ago is tried at once.
   */
  pump(byHand?: boolean): Promise<void>;
  /** Takes up what an earlier life of the worker left half done. */
  recover(): Promise<void>;
  stop(): void;
}

export function createFiler(
  ctx: Context,
  draftOf: (row: OutboxRow) => Promise<Draft>,
  onRest: () => Promise<void>,
): Filer {
  let working: Promise<void> | undefined;
  let stopTimer: (() => void) | undefined;
  let wanted = false;
  let pausedUntil = 0;

  const drain = async () => {
    try {
      for (let row = await dueRow(ctx); row !== undefined; row = await dueRow(ctx)) {
        if (ctx.now() < pausedUntil) break;
        await fileOne(ctx, row, draftOf);
        pausedUntil = pauseAfter(await outboxRow(ctx, row.key), ctx.now());
      }
      ctx.trouble.clear();
      const next = Math.max(await nextFiling(ctx), pausedUntil);
      stopTimer?.();
      if (Number.isFinite(next))
        stopTimer = ctx.deps.clock.after(Math.max(0, next - ctx.now()), () => void pump());
    } catch (error) {
      ctx.trouble.report(error);
    }
  };

  const pump = async (byHand = false): Promise<void> => {
    wanted = true;
    if (byHand) pausedUntil = 0;
    working ??= (async () => {
      while (wanted) {
        wanted = false;
        await drain();
      }
      working = undefined;
      await onRest();
    })();
    await working;
  };

  return {
    pump,
    async recover() {
      const inUse = await ctx.setup.tracker();
      if (inUse !== null) await recoverCut(ctx, blindFor(inUse.tracker));
    },
    stop: () => stopTimer?.(),
  };
}

/** Milliseconds at most that the others wait after a tracker was silent to one. */
const longestPause = 60_000;

/** A tracker that is down is down for every row: the next is tried after a pause, not each for its own time-out. */
function pauseAfter(row: OutboxRow | undefined, now: number): number {
  if (row?.failure === undefined || !passes(row.failure) || !Number.isFinite(row.dueAt)) return 0;
  return Math.min(row.dueAt, now + longestPause);
}

async function fileOne(
  ctx: Context,
  row: OutboxRow,
  draft: (row: OutboxRow) => Promise<Draft>,
): Promise<void> {
  const { now, life } = ctx;
  const store = (row: OutboxRow) => storeRow(ctx, row);
  const inUse = await ctx.setup.tracker();
  const problem = await notReady(ctx, inUse);
  if (inUse === null || problem !== null) {
    const failure = problem ?? {
      code: 'not-configured',
      message: 'No tracker is set up. Choose one in the options.',
    };
    return stop(row, failure, { now, store });
  }
  const { tracker, settings } = inUse;
  try {
    await fileRow(row, { tracker, context: { settings, ask: guarded(ctx) }, now, life, draft, store });
  } catch (error) {
    if (error instanceof DOMException) throw error;
    await broke(ctx, row.key);
  }
}

/** A plug-in threw. Its row must not hold up the others; what it may have created is still searched for. */
async function broke(ctx: Context, key: string): Promise<void> {
  const row = await outboxRow(ctx, key);
  if (row === undefined) return;
  const message = ourFault('The tracker could not be used');
  const failure = { code: 'bad-answer', message } as const;
  const out = row.state === 'creating';
  const dueAt = out ? row.dueAt : Infinity;
  await storeRow(ctx, { ...row, failure, dueAt, state: out ? 'creating' : 'failed' });
}

async function notReady(ctx: Context, inUse: TrackerInUse | null): Promise<Failure | null> {
  if (inUse === null) return null;
  const { tracker, settings } = inUse;
  const missing = tracker.missing(settings);
  if (missing !== null) return { code: 'not-configured', message: `${tracker.name}: ${missing}` };
  const grants = await Promise.all(tracker.origins(settings).map((pattern) => ctx.deps.contains(pattern)));
  if (grants.every(Boolean)) return null;
  return {
    code: 'denied',
    message: `The browser has no permission for ${tracker.name}. Allow it in the options.`,
  };
}

/** Asks the tracker, but no origin that the browser has not granted. */
export const guarded =
  (ctx: Context): Ask =>
  async (request) => {
    const pattern = patternOf(request.url);
    if (await ctx.deps.contains(pattern)) return ctx.deps.send(request);
    return fail('denied', `The browser has no permission for ${pattern}. Allow it in the options.`);
  };
