import { keyOf } from '../core/enrichment';
import type { Ioc } from '../ioc';
import type { Listed } from '../screens';
import type { Context } from './context';
import { enrichmentOf } from './read-report';
import type { EnrichmentRow } from './rows';

/** A row for each indicator, in order; those without Enrichment have no ticks. */
export async function readListed(ctx: Context, iocs: readonly Ioc[]): Promise<readonly Listed[]> {
  const order = await tickOrder(ctx);
  const store = (await ctx.db()).transaction('enrichments').store;
  return Promise.all(
    iocs.map(async (ioc) => {
      const row = await store.get(keyOf(ioc));
      return row === undefined ? notYet(ioc) : listedOf(row, order);
    }),
  );
}

/** Enrichments, newest run first. */
export async function readHistory(
  ctx: Context,
  before: number | null,
  limit: number,
): Promise<readonly Listed[]> {
  const order = await tickOrder(ctx);
  const index = (await ctx.db()).transaction('enrichments').store.index('runAt');
  const range = before === null ? null : IDBKeyRange.upperBound(before, true);
  const rows: Listed[] = [];
  let cursor = await index.openCursor(range, 'prev');
  for (; cursor !== null && rows.length < limit; cursor = await cursor.continue()) {
    rows.push(listedOf(cursor.value, order));
  }
  return rows;
}

/** Position of each source on the options page. */
async function tickOrder(ctx: Context): Promise<ReadonlyMap<string, number>> {
  return new Map((await ctx.setup.sources()).map(({ provider }, at) => [provider.id, at]));
}

const notYet = (ioc: Ioc): Listed => ({
  key: keyOf(ioc),
  ioc: { kind: ioc.kind, value: ioc.value },
  level: null,
  running: false,
  summary: 'Not enriched yet.',
  ticks: [],
  at: 0,
});

function listedOf(row: EnrichmentRow, order: ReadonlyMap<string, number>): Listed {
  const place = (provider: string) => order.get(provider) ?? order.size;
  return {
    key: row.key,
    ioc: row.ioc,
    level: row.level,
    running: row.state === 'open',
    summary: summaryOf(row),
    ticks: row.ticks.toSorted((a, b) => place(a.provider) - place(b.provider)),
    at: row.runAt,
    enrichment: enrichmentOf(row),
  };
}

function summaryOf({ state, ticks, verdict }: EnrichmentRow): string {
  if (state === 'closed') return verdict?.summary ?? '';
  const ended = ticks.filter((tick) => tick.state !== 'running').length;
  return `${ended} of ${ticks.length} sources answered so far.`;
}
