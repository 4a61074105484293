import type { BatchRows } from '../core/batch-rows';
import { keyOf } from '../core/enrichment';
import { namesAll } from '../core/row-words';
import { standingDigit } from '../core/standing-digit';
import { isUnfiled } from '../core/unfiled';
import type { Ioc } from '../ioc';
import type { Listed } from '../screens';
import { iocsOf } from './batch-parts';
import type { Context } from './context';
import { readListed } from './read-listed';

/** What is kept in memory of a row: enough to group it, to sort it and to find it by its words. */
interface Kept {
  readonly digit: string;
  readonly at: number;
  readonly summary: string;
  readonly unfiled: boolean;
}

interface List {
  readonly id: string;
  readonly iocs: readonly Ioc[];
  readonly keys: ReadonlySet<string>;
  readonly rows: Map<string, Kept>;
  /** Keys that changed since they were read; null where all may have. */
  stale: Set<string> | null;
}

interface BatchList {
  rows(id: string, words: string): Promise<BatchRows>;
  /** All was deleted. */
  forget(): void;
}

/** Rows read in one transaction: each waits behind those that write, and then holds them up. */
const slice = 2500;

/**
 * The rows of the batch that a page shows. It is read whole once and kept in memory, so that later only what changed is
 * read: ten thousand rows would be a second of the database's time, three times a second.
 */
export function createBatchList(ctx: Context): BatchList {
  let list: List | undefined;
  ctx.feed.onChange((keys) => {
    if (list === undefined) return;
    if (keys.length === 0) list.stale = null;
    for (const key of keys) if (list.keys.has(key)) list.stale?.add(key);
  });
  const refreshed = async (id: string): Promise<List> => {
    if (list?.id !== id) {
      const iocs = await iocsOf((await ctx.db()).transaction('batchParts', 'readonly'), id);
      list = { id, iocs, keys: new Set(iocs.map(keyOf)), rows: new Map(), stale: null };
    }
    const { iocs, rows, stale } = list;
    list.stale = new Set();
    const changed = stale === null ? iocs : iocs.filter((ioc) => stale.has(keyOf(ioc)));
    for (let at = 0; at < changed.length; at += slice)
      for (const row of await readListed(ctx, changed.slice(at, at + slice))) rows.set(row.key, keptOf(row));
    return list;
  };
  let reading: Promise<unknown> = Promise.resolve();
  const forget = () => {
    list = undefined;
  };
  return {
    rows(id, words) {
      const read = reading.then(() => refreshed(id));
      reading = read.catch(forget);
      return read.then((found) => shown(found, words));
    },
    forget,
  };
}

const keptOf = (row: Listed): Kept => ({
  digit: standingDigit(row),
  at: row.at,
  summary: row.summary,
  unfiled: isUnfiled(row),
});

/** As columns: one object for each of ten thousand rows would cost more than what is in it. */
function shown({ iocs, rows }: List, words: string): BatchRows {
  const found: [Ioc, Kept][] = [];
  for (const ioc of iocs) {
    const row = rows.get(keyOf(ioc));
    if (row !== undefined) found.push([ioc, row]);
  }
  const names = namesAll(words);
  return {
    keys: found.map(([ioc]) => keyOf(ioc)),
    standings: found.map(([, { digit }]) => digit).join(''),
    at: found.map(([, { at }]) => at),
    unfiled: found.flatMap(([ioc, { unfiled }]) => (unfiled ? [keyOf(ioc)] : [])),
    named:
      words.trim() === ''
        ? null
        : found.flatMap(([ioc, { summary }], nth) => (names({ ioc, summary }) ? [nth] : [])),
  };
}
