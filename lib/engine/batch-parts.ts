import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { keyOf } from '../core/enrichment';
import type { Ioc } from '../ioc';
import type { ReadTx, Schema, StoreName, WriteTx } from './db';
import type { BatchPartRow, BatchRow } from './rows';

/** Indicators in one part. */
const size = 100;

/** Indicators opened in one transaction, a part of a part: so few that bookings and hovers get in between. */
const chunk = 25;

/** A batch and the indicators in it, those that stand there twice once. */
export function split(
  head: Pick<BatchRow, 'id' | 'title' | 'startedAt'>,
  iocs: readonly Ioc[],
): { readonly row: BatchRow; readonly parts: readonly BatchPartRow[] } {
  const once = [
    ...new Map(iocs.map(({ kind, value }) => [keyOf({ kind, value }), { kind, value }])).values(),
  ];
  const base = { ...head, cancelled: false, count: once.length, runs: [] };
  const parts: BatchPartRow[] = [];
  for (let nth = 0; nth * size < once.length; nth += 1)
    parts.push({ batch: head.id, nth, iocs: once.slice(nth * size, (nth + 1) * size) });
  return { row: once.length > 0 ? { ...base, opening: 1 } : base, parts };
}

/** Stores a batch that is to be opened. */
export async function putBatch(
  tx: WriteTx<'batches' | 'batchParts'>,
  { row, parts }: ReturnType<typeof split>,
): Promise<void> {
  await tx.objectStore('batches').put(row);
  for (const part of parts) await tx.objectStore('batchParts').put(part);
}

/** The indicators whose turn it is to be opened. */
export async function nextOf(
  tx: ReadTx<'batchParts'>,
  { id, runs }: Pick<BatchRow, 'id' | 'runs'>,
): Promise<readonly Ioc[]> {
  const part = await tx.objectStore('batchParts').get([id, Math.floor(runs.length / size)]);
  const from = runs.length % size;
  return part?.iocs.slice(from, from + chunk) ?? [];
}

/** All indicators of a batch, in their order. */
export async function iocsOf(tx: ReadTx<'batchParts'>, id: string): Promise<readonly Ioc[]> {
  const parts = await tx.objectStore('batchParts').getAll(IDBKeyRange.bound([id], [id, Infinity]));
  return parts.flatMap(({ iocs }) => iocs);
}

/** Takes the indicators out of the rows of batches, which were written anew for every hundred runs up to version 4. */
export async function upgradeBatches(
  db: IDBPDatabase<Schema>,
  tx: IDBPTransaction<Schema, StoreName[], 'versionchange'>,
): Promise<void> {
  db.createObjectStore('batchParts', { keyPath: ['batch', 'nth'] });
  for (const old of await tx.objectStore('batches').getAll()) {
    const { iocs, ...rest } = old as unknown as Omit<BatchRow, 'count'> & { readonly iocs: readonly Ioc[] };
    const { row, parts } = split(rest, iocs);
    await tx.objectStore('batches').put({ ...rest, count: row.count });
    for (const part of parts) await tx.objectStore('batchParts').put(part);
  }
}
