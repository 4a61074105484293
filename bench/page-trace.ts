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

/** What one script cost the page's main thread, in milliseconds of the processor. */
export interface Cost {
  /** Every call into it with all that these calls caused, garbage collection, style and layout included. */
  readonly script: number;
  /** Of this, reading and starting the script, before it looks at anything. */
  readonly start: number;
  /** The longest of these. */
  readonly longest: number;
  /** What the browser computed for observers of visibility, which the pages of this bench do not use themselves. */
  readonly observers: number;
}

/** Ends a recording. */
export interface Recording {
  /** Milliseconds of the processor that a script cost, told by its address. */
  stop(): Promise<(script: RegExp) => Cost>;
}

const evaluating = 'EvaluateScript';
const calls = new Set(['FunctionCall', evaluating, 'v8.compile', 'v8.run']);

/** Continuations of promises belong to whoever they were made by; no trace says who. */
const microtasks = 'RunMicrotasks';
const observing = 'IntersectionObserverController::computeIntersections';

/** What runs in the page alone: the background has a thread of its own. */
export const ours = /chrome-extension:\/\/[a-p]+\/(?:lines|page|front)\.js/;

/** What the bench's own script does in the page. */
export const theBench = /\/bench\.js/;

/** Records what runs in a page. */
export async function record(session: CDPSession): Promise<Recording> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { readonly value: unknown }): void =>
    void events.push(...(value as readonly TraceEvent[]).filter(({ ph }) => ph === 'X'));
  session.on('Tracing.dataCollected', take);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8.execute', 'v8'] },
  });
  return {
    async stop() {
      const complete = new Promise((resolve) => {
        session.once('Tracing.tracingComplete', resolve);
      });
      await session.send('Tracing.end');
      await complete;
      session.off('Tracing.dataCollected', take);
      return (script) => costOf(events, script);
    },
  };
}

function costOf(events: readonly TraceEvent[], script: RegExp): Cost {
  const called = events.filter(({ name, args }) => calls.has(name) && script.test(JSON.stringify(args)));
  const threads = new Set(called.map(threadOf));
  const here = events.filter((event) => threads.has(threadOf(event)));
  // In these pages nobody but the extension and the bench makes promises, and the bench makes none while we look.
  const own = outermost([...called, ...here.filter(({ name }) => name === microtasks)]);
  const times = own.map(milliseconds);
  return {
    script: sum(times),
    start: sum(own.filter(({ name }) => name === evaluating).map(milliseconds)),
    longest: Math.max(0, ...times),
    observers: sum(outermost(here.filter(({ name }) => name === observing)).map(milliseconds)),
  };
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
/** No thread works longer than the clock runs: where the virtual machine's count of the processor leaps, the clock is right. */
const milliseconds = ({ dur = 0, tdur = dur }: TraceEvent): number => Math.min(dur, tdur) / 1000;
const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 0);

/** Those that are not part of another. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const until = new Map<string, number>();
  return events
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter((event) => {
      const thread = threadOf(event);
      if (event.ts < (until.get(thread) ?? 0)) return false;
      until.set(thread, event.ts + (event.dur ?? 0));
      return true;
    });
}
