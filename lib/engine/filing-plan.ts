import type { Level } from '../core/verdict';
import type { WriteTx } from './db';
import { book, nextRoom } from './ledger';
import type { OutboxRow, RunRow } from './rows';

/** What must be known before the transaction that closes a run opens. */
export interface FilingRules {
  /** Malicious verdicts open Investigations by themselves, and there is a tracker. */
  readonly automatic: boolean;
  readonly perHour: number;
  /** Of the first Investigation of this indicator. */
  readonly externalId: string;
}

const ceiling = 'investigations';

/**
 * What a run that closed at `level`, the analyst's own counted, means for the tracker. Malicious: a first Investigation is queued, or held above the hourly
 * ceiling; an Investigation that was filed gets a comment if something changed. Answers what was written.
 */
export async function planFiling(
  tx: WriteTx<'outbox' | 'reservations'>,
  run: RunRow,
  level: Level | null,
  rules: FilingRules,
  now: number,
): Promise<OutboxRow | null> {
  if (!rules.automatic || level !== 'malicious') return null;
  const known = await tx.objectStore('outbox').get(run.key);
  const row = known === undefined ? await firstRow(tx, run, rules, now) : withComment(known, run, now);
  if (row !== null) await tx.objectStore('outbox').put(row);
  return row;
}

async function firstRow(
  tx: WriteTx<'reservations'>,
  run: RunRow,
  { perHour, externalId }: FilingRules,
  now: number,
): Promise<OutboxRow> {
  const row = { key: run.key, ioc: run.ioc, nth: 1, externalId, failures: 0, lost: 0 };
  const full = await nextRoom(tx, ceiling, [{ requests: perHour, per: 3_600_000 }], now);
  if (full !== null) return { ...row, state: 'held', dueAt: Infinity };
  await book(tx, { scope: ceiling, at: now, run: run.id });
  return { ...row, state: 'queued', dueAt: now };
}

function withComment(known: OutboxRow, run: RunRow, now: number): OutboxRow | null {
  if (known.state !== 'filed' || run.changes === undefined || run.changes.length === 0) return null;
  const when = new Date(now).toISOString().slice(0, 16).replace('T', ' ');
  const lines = run.changes.map((change) => `- ${change}`);
  const comment = [`Sightline looked again on ${when} UTC. What changed:`, '', ...lines].join('\n');
  return { ...known, comment, dueAt: now, failures: 0 };
}
