import { keyOf } from '../core/enrichment';
import { namesAll } from '../core/row-words';
import type { ShortRows } from '../core/short-rows';
import { standingDigit } from '../core/standing-digit';
import { isUnfiled } from '../core/unfiled';
import type { Ioc } from '../ioc';
import type { Listed } from '../screens';
import type { Context } from './context';
import { readListed } from './read-listed';

/** What is kept in memory of a row: enough to group it, to sort it and to find it by its words. */
interface Kept {
  readonly digit: string;
  readonly at: number;
  readonly summary: string;
  readonly unfiled: boolean;
}

/** Indicators and what is known of each. */
interface List {
  readonly name: string;
  readonly rows: Map<string, Kept>;
  /** Keys that changed since they were read; null where all may have. */
  stale: Set<string> | null;
}

export interface ShortList {
  /**
   * The rows of these indicators, which may be others each time.
   * @param name of the list; another name starts from nothing
   * @param words that rows are to name
   */
  rows(name: string, iocs: readonly Ioc[], words: string): Promise<ShortRows>;
  /** All was deleted. */
  forget(): void;
}

/** Rows read in one transaction: each waits behind those that write, and then holds them up. */
const slice = 2500;

/**
 * The rows of the one list that a page shows. A row is read once and kept in memory, so that later only what is new or
 * changed is read: ten thousand rows would be a second of the database's time, three times a second.
 */
export function createShortList(ctx: Context): ShortList {
  let list: List | undefined;
  ctx.feed.onChange((keys) => {
    if (list === undefined) return;
    if (keys.length === 0) list.stale = null;
    for (const key of keys) list.stale?.add(key);
  });
  const refreshed = async (name: string, iocs: readonly Ioc[]): Promise<List> => {
    if (list?.name !== name) list = { name, rows: new Map(), stale: new Set() };
    const { rows, stale } = list;
    list.stale = new Set();
    const isOld = (key: string) => stale === null || stale.has(key) || !rows.has(key);
    const wanted = iocs.filter((ioc) => isOld(keyOf(ioc)));
    for (let at = 0; at < wanted.length; at += slice)
      for (const row of await readListed(ctx, wanted.slice(at, at + slice))) rows.set(row.key, keptOf(row));
    if (rows.size > iocs.length) drop(rows, iocs);
    return list;
  };
  let reading: Promise<unknown> = Promise.resolve();
  const forget = () => {
    list = undefined;
  };
  return {
    rows(name, iocs, words) {
      const read = reading.then(async () => shown(await refreshed(name, iocs), iocs, words));
      reading = read.catch(forget);
      return read;
    },
    forget,
  };
}

/** Forgets the rows of indicators that the list no longer has. */
function drop(rows: Map<string, Kept>, iocs: readonly Ioc[]): void {
  const there = new Set(iocs.map(keyOf));
  for (const key of rows.keys()) if (!there.has(key)) rows.delete(key);
}

const keptOf = (row: Listed): Kept => ({
  digit: standingDigit(row),
  at: row.at,
  summary: row.summary,
  unfiled: isUnfiled(row),
});

/** As columns: one object for each of ten thousand rows would cost more than what is in it. */
function shown({ rows }: List, iocs: readonly Ioc[], words: string): ShortRows {
  const found: [string, Ioc, Kept][] = [];
  for (const ioc of iocs) {
    const key = keyOf(ioc);
    const row = rows.get(key);
    if (row !== undefined) found.push([key, ioc, row]);
  }
  const names = namesAll(words);
  return {
    keys: found.map(([key]) => key),
    standings: found.map(([, , { digit }]) => digit).join(''),
    at: found.map(([, , { at }]) => at),
    unfiled: found.flatMap(([key, , { unfiled }]) => (unfiled ? [key] : [])),
    named:
      words.trim() === ''
        ? null
        : found.flatMap(([, ioc, { summary }], nth) => (names({ ioc, summary }) ? [nth] : [])),
  };
}
