import type { Draft } from '../core/draft';
import { externalId } from '../core/external-id';
import type { Filing, Report } from '../core/enrichment';
import { ok } from '../core/failure';
import type { DraftState } from '../screens';
import type { Context } from './context';
import type { DraftEdits } from './engine';
import { guarded } from './filer';
import { filingOf } from './filing-state';
import { changeRow, heldRows, outboxRow } from './outbox';
import type { OutboxRow } from './rows';

/** The draft that would be sent: written from the report, the analyst's edits over it. */
export async function draftWith(ctx: Context, report: Report, id: string): Promise<Draft> {
  const [sources, { opsec }] = await Promise.all([ctx.setup.sources(), ctx.setup.policy()]);
  const nameOf = (id: string) => sources.find(({ provider }) => provider.id === id)?.provider.name ?? id;
  const written = ctx.deps.draft(report, id, { nameOf, tlp: opsec.tlp });
  const edits = await (await ctx.db()).get('drafts', report.enrichment.key);
  if (edits === undefined) return written;
  const { title, body, priority } = edits;
  return { ...written, title, body, priority };
}

/** What the screen of a draft shows: the draft, the tickets that carry the indicator already, where filing stands. */
export async function readDraft(ctx: Context, report: Report): Promise<DraftState> {
  const { ioc, key } = report.enrichment;
  const row = await outboxRow(ctx, key);
  const id = row?.externalId ?? (await externalId(ioc));
  const inUse = await ctx.setup.tracker();
  const filing = row === undefined ? {} : { filing: filingOf(row) };
  const draft = await draftWith(ctx, report, id);
  if (inUse === null) return { draft, tracker: null, existing: ok([]), ...filing };
  const { tracker, settings } = inUse;
  const existing = await tracker.find(id, { settings, ask: guarded(ctx) });
  return { draft, tracker: { id: tracker.id, name: tracker.name }, existing, ...filing };
}

export async function saveEdits(ctx: Context, key: string, edits: DraftEdits): Promise<void> {
  await (await ctx.db()).put('drafts', { key, ...edits });
  ctx.feed.changed([key]);
}

/** Queues an Investigation by hand. One that is on its way stays as it is. */
export async function queueByHand(ctx: Context, report: Report): Promise<Filing> {
  const { key, ioc } = report.enrichment;
  const fresh = { key, ioc, nth: 1, externalId: await externalId(ioc), failures: 0, lost: 0 } as const;
  const row = await changeRow(ctx, key, (row): OutboxRow =>
    row === undefined ? { ...fresh, state: 'queued', dueAt: ctx.now() } : requeued(row, ctx.now()),
  );
  return filingOf(row);
}

/** Files what the ceiling held back. */
export async function queueHeld(ctx: Context): Promise<number> {
  const rows = await heldRows(ctx);
  for (const row of rows) await requeue(ctx, row);
  return rows.length;
}

/** Failures that a change of settings, keys or grants may have cured. */
const curable: ReadonlySet<string> = new Set(['not-configured', 'denied', 'refused', 'redirected']);

/** Tries again what failed for want of settings, a key or a grant. */
export async function requeueCurable(ctx: Context): Promise<void> {
  for (const row of await (await ctx.db()).getAllFromIndex('outbox', 'state', 'failed')) {
    if (row.failure && curable.has(row.failure.code)) await requeue(ctx, row);
  }
}

const requeue = (ctx: Context, old: OutboxRow): Promise<OutboxRow> =>
  changeRow(ctx, old.key, (row = old) => requeued(row, ctx.now()));

/** A row whose request may be out is left to the filer: what it sent last must be searched for first. */
function requeued(row: OutboxRow, now: number): OutboxRow {
  if (row.state === 'creating' || row.state === 'created' || row.state === 'commenting') return row;
  const { failure: _, ...rest } = row;
  return { ...rest, state: 'queued', failures: 0, lost: 0, dueAt: now };
}
