import type { Limit, Quota } from '../core/plugin';
import type { ReadTx, WriteTx } from './db';
import { day, dayStart, longestOf, monthStart, nextRoom, sentFrom, spent } from './ledger';
import type { QuotaRow } from './rows';

/** No source sells more in any window; what is above is no figure. */
const most = 1e9;

/** What headers say, as far as it can be true. */
const credible = (quotas: readonly Quota[]): readonly Quota[] =>
  quotas.filter(
    ({ of, left }) =>
      Number.isInteger(of) && Number.isInteger(left) && of > 0 && of <= most && left >= 0 && left <= of,
  );

/** When a window starts anew, where the headers do not say or say what cannot be. */
function resetOf({ per, resetsAt }: Quota, now: number): number {
  const latest = now + longestOf({ per, requests: 0 });
  if (resetsAt !== undefined && resetsAt > now && resetsAt <= latest) return resetsAt;
  if (per === 'day') return dayStart(now) + day;
  return per === 'month' ? monthStart(now, 1) : latest;
}

/**
 * Stores what an answer's headers said, once its own request is marked as done. Answers overtake each other, so within one window the figure never rises.
 * @param version of the source's settings: a changed key has a quota of its own
 */
export async function learn(
  tx: WriteTx<'quotas' | 'reservations'>,
  scope: string,
  version: string,
  quotas: readonly Quota[],
  now: number,
): Promise<void> {
  for (const quota of credible(quotas)) {
    const { per, of } = quota;
    const until = resetOf(quota, now);
    const last = await tx.objectStore('quotas').get([scope, per]);
    const same =
      last?.version === version && last.of === of && now < last.until && until - last.until < 60_000;
    const out = await sentFrom(tx, scope, now + 1);
    // What is out counts from here on, as long as it is out; counted in the figure too, each answer would lower it anew.
    const left = same
      ? Math.min(quota.left, Math.max(0, last.left - (await askedSince(tx, last)) + out))
      : quota.left;
    const counted = (await sentFrom(tx, scope, now)) - out;
    await tx.objectStore('quotas').put({ scope, per, left, of, until, version, at: now, counted });
  }
}

/** What is left of a learnt quota: its own figure, less what was asked since. */
const leftOf = async (tx: ReadTx<'reservations'>, row: QuotaRow): Promise<number> =>
  Math.max(0, row.left - (await askedSince(tx, row)));

/** Requests that its figure does not know yet, those that are out included. */
const askedSince = async (tx: ReadTx<'reservations'>, { scope, at, counted }: QuotaRow): Promise<number> =>
  Math.max(0, (await sentFrom(tx, scope, at)) - counted);

interface SaidOf {
  readonly scope: string;
  readonly version: string;
  readonly quotas: readonly Quota[];
}

/** What answers that came together said, as one for each scope: of each window the lowest figure. */
export function merged(all: readonly (SaidOf | undefined)[]): readonly SaidOf[] {
  const scopes = new Map<string, SaidOf>();
  for (const said of all) {
    if (said === undefined) continue;
    const name = `${said.scope} ${said.version}`;
    const quotas = new Map((scopes.get(name)?.quotas ?? []).map((quota) => [quota.per, quota]));
    for (const quota of credible(said.quotas)) {
      const other = quotas.get(quota.per);
      if (other?.of !== quota.of || other.left >= quota.left) quotas.set(quota.per, quota);
    }
    scopes.set(name, { ...said, quotas: [...quotas.values()] });
  }
  return [...scopes.values()];
}

const learnt = async (tx: ReadTx<'quotas'>, scope: string, version: string): Promise<readonly QuotaRow[]> => {
  const rows = await tx.objectStore('quotas').getAll(IDBKeyRange.bound([scope], [scope, []]));
  return rows.filter((row) => row.version === version);
};

/** The limits with the size that the source itself names. */
const sized = (limits: readonly Limit[], rows: readonly QuotaRow[]): readonly Limit[] =>
  limits.map((limit) => ({
    ...limit,
    requests: rows.find(({ per }) => per === limit.per)?.of ?? limit.requests,
  }));

/** As `nextRoom`, held to what the source said is left too. */
export async function roomFor(
  tx: ReadTx<'quotas' | 'reservations'>,
  scope: string,
  limits: readonly Limit[],
  version: string,
  now: number,
): Promise<{ readonly limit: Limit; readonly at: number } | null> {
  const rows = await learnt(tx, scope, version);
  let latest = await nextRoom(tx, scope, sized(limits, rows), now);
  for (const row of rows) {
    if (now >= row.until || (await leftOf(tx, row)) > 0) continue;
    if (latest === null || row.until > latest.at)
      latest = { limit: { requests: row.of, per: row.per }, at: row.until };
  }
  return latest;
}

/** How many requests every limit, and what the source said is left, still allow now. */
export async function headroom(
  tx: ReadTx<'quotas' | 'reservations'>,
  scope: string,
  limits: readonly Limit[],
  version: string,
  now: number,
): Promise<number> {
  const rows = await learnt(tx, scope, version);
  const lefts = [
    ...sized(limits, rows).map(async (limit) => limit.requests - (await spent(tx, scope, limit, now))),
    ...rows.filter(({ until }) => now < until).map((row) => leftOf(tx, row)),
  ];
  return Math.min(Infinity, ...(await Promise.all(lefts)));
}

/** What each limit still allows now. */
export async function leftNow(
  tx: ReadTx<'quotas' | 'reservations'>,
  scope: string,
  limits: readonly Limit[],
  version: string,
  now: number,
): Promise<readonly (Limit & { readonly left: number })[]> {
  const rows = await learnt(tx, scope, version);
  return Promise.all(
    sized(limits, rows).map(async (limit) => {
      const row = rows.find(({ per, until }) => per === limit.per && now < until);
      const counted = limit.requests - (await spent(tx, scope, limit, now));
      const left = row === undefined ? counted : Math.min(counted, await leftOf(tx, row));
      return { requests: limit.requests, per: limit.per, left: Math.max(0, left) };
    }),
  );
}
