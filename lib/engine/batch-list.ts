import type { ShortRows } from '../core/short-rows';
import type { Ioc } from '../ioc';
import { iocsOf } from './batch-parts';
import type { Context } from './context';
import { createShortList } from './short-list';

interface BatchList {
  rows(id: string, words: string): Promise<ShortRows>;
  /** All was deleted. */
  forget(): void;
}

/** The rows of the batch that a page shows. Its indicators never change, so they are read once. */
export function createBatchList(ctx: Context): BatchList {
  const list = createShortList(ctx);
  let batch: { readonly id: string; readonly iocs: readonly Ioc[] } | undefined;
  return {
    async rows(id, words) {
      if (batch?.id !== id) {
        const iocs = await iocsOf((await ctx.db()).transaction('batchParts', 'readonly'), id);
        batch = { id, iocs };
      }
      return list.rows(id, batch.iocs, words);
    },
    forget() {
      batch = undefined;
      list.forget();
    },
  };
}
