import type { Level, Verdict } from './verdict';

/** The analyst's own verdict on one indicator. It stands, run after run, until it is taken back. */
export interface Override {
  readonly level: Level;
  readonly reason: string;
  /** Epoch milliseconds when it was given. */
  readonly at: number;
}

/** The verdict to show of an Enrichment, `said` being that of the run that is told of: the analyst's own stands over it. */
export const verdictOf = (
  { override, verdict }: { readonly override?: Override; readonly verdict?: Verdict },
  said: Verdict | undefined,
): Verdict | undefined => (override === undefined ? (said ?? verdict) : (verdict ?? said));

/** The verdict that is acted on: the analyst's where there is one, what the sources say beside it as dissent. */
export function overridden(sources: Verdict, override: Override | undefined): Verdict {
  if (override === undefined) return sources;
  const { level, reason, at } = override;
  const day = new Date(at).toISOString().slice(0, 10);
  const agree = sources.level === level;
  return {
    ...sources,
    level,
    summary: `Set by you to ${level} on ${day}: ${reason}`.replace(/([^.!?])$/, '$1.'),
    dissent: agree ? sources.dissent : `The sources say ${sources.level ?? 'no verdict'}: ${sources.summary}`,
  };
}
