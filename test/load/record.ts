import type { Limit } from '../../lib/core/plugin';
import type { Recorded } from '../lab/serve';
import { day } from '../../lib/engine/ledger';

const lengthOf = ({ per }: Limit): number => (per === 'month' ? 31 * day : per === 'day' ? day : per);

/** The most requests that arrived in any window of the limit's length. */
export function fullest(requests: readonly Recorded[], limit: Limit): number {
  const times = requests.map(({ at }) => at).toSorted((a, b) => a - b);
  let most = 0;
  let first = 0;
  for (const [last, at] of times.entries()) {
    while ((times[first] ?? at) <= at - lengthOf(limit)) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/** A value in a request, whichever source it is for; Safe Browsing gets prefixes of hashes instead. */
const value =
  /hashPrefixes=[^&]+|\b[0-9a-f]{64}\b|\b[0-9a-f]{32}\b|CVE-\d{4}-\d{4,}|\b\d+\.\d+\.\d+\.\d+\b|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.example\b/gi;

/** How often each value was asked about. */
export function asked(requests: readonly Recorded[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path, body } of requests) {
    const values = new Set(`${decodeURIComponent(path)} ${decodeURIComponent(body)}`.match(value));
    for (const one of values) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
}

interface Floor {
  readonly limits: readonly Limit[];
  /** Requests that may be out at the same time, and milliseconds that an answer takes. */
  readonly together?: number;
  readonly latency?: number;
}

/** Milliseconds that so many requests take at best: each leaves as soon as every window and the others have room for it. */
export function atBest(requests: number, { limits, together = Infinity, latency = 0 }: Floor): number {
  const starts: number[] = [];
  for (let nth = 0; nth < requests; nth += 1) {
    const rooms = limits.map((limit) => (starts[nth - limit.requests] ?? -Infinity) + lengthOf(limit));
    starts.push(Math.max(0, ...rooms, (starts[nth - together] ?? -Infinity) + latency));
  }
  return (starts.at(-1) ?? 0) + latency;
}

/** How many requests arrived, and after how many seconds each quarter of them had. @param since epoch milliseconds */
export function arrivals(requests: readonly Recorded[], since: number): Readonly<Record<string, number>> {
  const times = requests.map(({ at }) => at).toSorted((a, b) => a - b);
  const after = (share: number): number => {
    const at = times[Math.ceil(times.length * share) - 1] ?? NaN;
    return Math.round((at - since) / 100) / 10;
  };
  return {
    requests: times.length,
    'quarter, s': after(0.25),
    'half, s': after(0.5),
    'three quarters, s': after(0.75),
    'all, s': after(1),
  };
}
