import type { Limit } from '../core/plugin';
import type { ReadTx, WriteTx } from './db';
import type { ReservationRow } from './rows';

/** Milliseconds of a UTC day. */
export const day = 86_400_000;

/** 00:00 UTC of the day that `at` lies in. */
export const dayStart = (at: number): number => Math.floor(at / day) * day;

/**
 * Milliseconds that a request may be out, longer than any time-out. The other side counts arrivals, and a request may
 * arrive at any moment until its answer is here: while it is out it counts in every window, then from its answer on.
 */
const longestOut = 60_000;

/** How much a window is widened, because the other side may count whole seconds: a twentieth, at most a second. */
const margin = (per: number): number => Math.min(1000, per / 20);

/** 00:00 UTC of the first of the month that `at` lies in, or of a later one. */
export function monthStart(at: number, later = 0): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later);
}

/** Epoch milliseconds since when requests count towards the limit at `now`; exclusive. */
function windowStart({ per }: Limit, now: number): number {
  if (per === 'day') return dayStart(now) - margin(day);
  return per === 'month' ? monthStart(now) - margin(day) : now - per - margin(per);
}

/** When a request made at `at` no longer counts. */
function leaves({ per }: Limit, at: number): number {
  if (per === 'day') return dayStart(at + margin(day)) + day;
  return per === 'month' ? monthStart(at + margin(day), 1) : at + per + margin(per);
}

/** Milliseconds that a window is long at most. */
export const longestOf = ({ per }: Limit): number => (per === 'day' ? day : per === 'month' ? 31 * day : per);

const since = (scope: string, from: number) => IDBKeyRange.bound([scope, from], [scope, Infinity], true);

/** How many requests count towards the limit now. */
export const spent = (
  tx: ReadTx<'reservations'>,
  scope: string,
  limit: Limit,
  now: number,
): Promise<number> =>
  tx
    .objectStore('reservations')
    .index('scopeAt')
    .count(since(scope, windowStart(limit, now)));

/** How many requests may have arrived at `at` or later, those that are out included. */
export const sentFrom = (tx: ReadTx<'reservations'>, scope: string, at: number): Promise<number> =>
  tx
    .objectStore('reservations')
    .index('scopeAt')
    .count(IDBKeyRange.bound([scope, at], [scope, Infinity]));

/** The limit that is spent and when it has room again; null when every limit has room now. */
export async function nextRoom(
  tx: ReadTx<'reservations'>,
  scope: string,
  limits: readonly Limit[],
  now: number,
): Promise<{ readonly limit: Limit; readonly at: number } | null> {
  let latest: { limit: Limit; at: number } | null = null;
  for (const limit of limits) {
    const used = await spent(tx, scope, limit, now);
    if (used < limit.requests) continue;
    const at = await roomAt(tx, scope, limit, used, now);
    if (latest === null || at > latest.at) latest = { limit, at };
  }
  return latest;
}

/** When enough of the counted requests have left the window for one more to fit. */
async function roomAt(
  tx: ReadTx<'reservations'>,
  scope: string,
  limit: Limit,
  used: number,
  now: number,
): Promise<number> {
  if (limit.requests === 0) return Infinity;
  const range = since(scope, windowStart(limit, now));
  let cursor = await tx.objectStore('reservations').index('scopeAt').openKeyCursor(range);
  if (cursor !== null && used > limit.requests) cursor = await cursor.advance(used - limit.requests);
  const at = cursor === null ? now : leaves(limit, Math.min(cursor.key[1], now));
  return Math.max(at, now + 1);
}

type Booking = Pick<ReservationRow, 'scope' | 'at' | 'run' | 'provider'>;

/** Counts one towards a ceiling, at once. Call only in the transaction in which `nextRoom` answered null. */
export const book = (tx: WriteTx<'reservations'>, booking: Booking): Promise<number> =>
  tx.objectStore('reservations').add({ ...booking, done: false } as ReservationRow);

/** Books one request that leaves now. Call only in the transaction in which `nextRoom` answered null. */
export const bookRequest = (tx: WriteTx<'reservations'>, booking: Booking): Promise<number> =>
  book(tx, { ...booking, at: booking.at + longestOut });

/** Notes that the request of a reservation came back: it had arrived by now. */
export async function markDone(tx: WriteTx<'reservations'>, id: number, now: number): Promise<void> {
  const row = await tx.objectStore('reservations').get(id);
  if (row !== undefined) await tx.objectStore('reservations').put(returned(row, now));
}

/** The reservation whose request came back. */
export const returned = (row: ReservationRow, now: number): ReservationRow => ({
  ...row,
  at: now,
  done: true,
});

/**
 * Forgets what no window reaches any more, and brings to now what lies in the future, so that it leaves its window some
 * day: requests that were out when the worker died, and what a wrong clock booked.
 */
export async function tidyLedger(tx: WriteTx<'reservations'>, now: number, longest: number): Promise<void> {
  const at = tx.objectStore('reservations').index('at');
  const old = IDBKeyRange.upperBound(now - Math.max(longest, 2 * day));
  for (const id of await at.getAllKeys(old)) await tx.objectStore('reservations').delete(id);
  for (const row of await at.getAll(IDBKeyRange.lowerBound(now, true))) {
    await tx.objectStore('reservations').put({ ...row, at: now });
  }
}
