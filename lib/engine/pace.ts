import type { AskedProvider, Limit } from '../core/plugin';
import type { Job, Lane } from './lane';
import { limitWords } from './limit-words';
import { durationWords } from './time-words';

/** What sets the pace of many runs. */
export interface Pace {
  readonly words: string;
  /** Epoch milliseconds when the last of them is asked, as far as the budget tells. */
  readonly until: number;
}

/** The limit that holds a long queue back most; days and months are not waited for. */
export function slowest(limits: readonly Limit[]): (Limit & { per: number }) | null {
  const windows = limits.filter((limit): limit is Limit & { per: number } => typeof limit.per === 'number');
  const each = ({ per, requests }: Limit & { per: number }) => per / Math.max(1, requests);
  return windows.reduce<(Limit & { per: number }) | null>(
    (worst, limit) => (worst === null || each(limit) > each(worst) ? limit : worst),
    null,
  );
}

/** When the job behind `ahead` others starts. */
function startOf(ahead: number, from: number, limit: (Limit & { per: number }) | null): number {
  return limit === null ? from : from + Math.floor(ahead / Math.max(1, limit.requests)) * limit.per;
}

/** "4 a minute; starts in 11 s". */
export function causeIn(lane: Lane, job: Job, provider: AskedProvider | null, now: number): string {
  const gate = lane.gateOf(job, now);
  const ahead = lane.ahead(job);
  const start = startOf(ahead, gate?.until ?? now, slowest(provider?.limits ?? []));
  if (start > now) return `${gate?.why ?? paceWords(provider)}; starts in ${durationWords(start - now)}`;
  return ahead === 0 ? 'starts now' : `waits for ${ahead} others`;
}

const paceWords = (provider: AskedProvider | null): string => {
  const limit = slowest(provider?.limits ?? []);
  return limit === null ? 'Its turn comes' : limitWords(limit);
};

/** The pace of these runs at one source, which may still be asked `today` times; null where it has none of them waiting or no limit. */
export function paceOf(
  lane: Lane,
  runs: ReadonlySet<number>,
  provider: AskedProvider | null,
  today: number,
  now: number,
): Pace | null {
  const limit = slowest(provider?.limits ?? []);
  const { count, last } = lane.waiting(runs);
  if (provider === null || limit === null || last === null) return null;
  const from = lane.gateOf(last, now)?.until ?? now;
  const rest = count > today ? `, ${today} of them today` : '';
  const words = `${provider.name}: ${limitWords(limit)}, ${count} to go${rest}`;
  return { words, until: startOf(Math.min(lane.ahead(last), today), from, limit) };
}
