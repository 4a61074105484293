import type { CDPSession } from 'playwright-core';

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Microseconds by the clock, and of the processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: unknown;
}

/** What the extension's own script cost the page's main thread, in milliseconds of the processor. */
export interface Cost {
  readonly total: number;
  readonly longest: number;
  readonly calls: number;
}

const calls = new Set(['FunctionCall', 'EvaluateScript', 'v8.compile', 'v8.run']);

/** Records until `stop` is called, then counts what scripts of `chrome-extension:` caused, callees included. */
export async function trace(session: CDPSession): Promise<() => Promise<Cost>> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8.execute'] },
  });
  return async () => {
    const complete = new Promise((resolve) => {
      session.once('Tracing.tracingComplete', resolve);
    });
    await session.send('Tracing.end');
    await complete;
    return costOf(events);
  };
}

function costOf(events: readonly TraceEvent[]): Cost {
  const own = events
    .filter(({ ph, name, args }) => ph === 'X' && calls.has(name) && isOurs(args))
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const outer: number[] = [];
  const until = new Map<string, number>();
  for (const { pid, tid, ts, dur = 0, tdur = dur } of own) {
    const thread = `${pid} ${tid}`;
    if (ts < (until.get(thread) ?? 0)) continue;
    until.set(thread, ts + dur);
    outer.push(tdur / 1000);
  }
  return {
    total: outer.reduce((sum, one) => sum + one, 0),
    longest: Math.max(0, ...outer),
    calls: outer.length,
  };
}

/** The page script alone: the background has a thread of its own. */
const isOurs = (args: unknown): boolean => /chrome-extension:\/\/[a-p]+\/page\.js/.test(JSON.stringify(args));
