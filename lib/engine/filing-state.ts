import type { Filing } from '../core/enrichment';
import type { OutboxRow } from './rows';

/** What people see of a row of the outbox. */
export function filingOf(row: OutboxRow): Filing {
  const { externalId, state, failure, ref, tracker, filedAt } = row;
  if (ref !== undefined && filedAt !== undefined && tracker !== undefined && state !== 'failed') {
    const { idKept = false, adopted = false } = row;
    return { state: 'filed', externalId, tracker, ref, filedAt, idKept, adopted };
  }
  if (state === 'held') return { state, externalId };
  if (failure !== undefined) {
    const due = Number.isFinite(row.dueAt) ? { retryAt: row.dueAt } : {};
    return { state: 'failed', externalId, failure: { ...failure, ...due } };
  }
  return { state: state === 'queued' ? 'queued' : 'filing', externalId };
}
