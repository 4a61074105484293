import type { Draft, TicketRef, TicketState } from '../core/draft';
import { externalId } from '../core/external-id';
import type { Failure, Result } from '../core/failure';
import type { Tracker, TrackerContext } from '../core/plugin';
import type { OutboxRow } from './rows';
import { backOff, nothingMade, passes } from './tracker-failure';

/** What filing one row may touch. */
export interface Desk {
  readonly tracker: Tracker;
  readonly context: TrackerContext<Tracker['settings']>;
  readonly now: () => number;
  readonly life: string;
  draft(row: OutboxRow): Promise<Draft>;
  store(row: OutboxRow): Promise<OutboxRow>;
}

/** Milliseconds beyond the tracker's own search lag: clocks, and a server that still works on a request it lost. */
const margin = 5000;
/** The same after a time-out: the server was slow before. */
const slowMargin = 30_000;
/** Creates whose answer was lost, after which a person must look. */
const mostLost = 3;
/** How often a ticket that cannot be read back is read again. */
const mostReads = 5;
/** Investigations of one indicator that are looked through for an open one. */
const mostInvestigations = 50;

/** Milliseconds after a lost create in which a search proves nothing. */
export const blindFor = (tracker: Tracker): number => tracker.searchLag + margin;

/** Takes a due row one step on and stores where it stands. A search always comes before a create. */
export async function fileRow(row: OutboxRow, desk: Desk): Promise<void> {
  if (row.comment !== undefined && row.ref !== undefined) return comment(row, row.ref, desk);
  if (row.state === 'created' && row.ref !== undefined) return readBack(row, row.ref, desk);
  return searchThenCreate(row, desk);
}

/** A ticket that we know needs no search, which may not find it yet; a closed one is followed by the next. */
async function searchThenCreate(row: OutboxRow, desk: Desk): Promise<void> {
  if (row.ref !== undefined) return lookAgain(row, row.ref, desk);
  for (let nth = row.nth; nth < row.nth + mostInvestigations; nth += 1) {
    const id = await externalId(row.ioc, nth);
    const found = await desk.tracker.find(id, desk.context);
    if (!found.ok) return stop(row, found.failure, desk);
    const open = found.value.find((ticket) => ticket.open);
    if (open !== undefined) return adopt({ ...row, nth, externalId: id }, open, desk);
    if (found.value.length === 0) return create({ ...row, nth, externalId: id }, desk);
  }
  const message = `${mostInvestigations} closed Investigations exist already. Look at them in the tracker.`;
  return stop(row, { code: 'rejected', message }, desk);
}

async function lookAgain(row: OutboxRow, ref: TicketRef, desk: Desk): Promise<void> {
  const ticket = await desk.tracker.read(ref, desk.context);
  if (!ticket.ok && ticket.failure.code !== 'missing') return stop(row, ticket.failure, desk);
  if (ticket.ok && ticket.value.open) {
    await desk.store({ ...row, state: 'filed', failures: 0, lost: 0, dueAt: Infinity });
    return;
  }
  return searchThenCreate(followed(row), desk);
}

/** The row without its ticket, which was closed or deleted: the next one is for the next Investigation. */
function followed(row: OutboxRow): OutboxRow {
  const { ref: _, filedAt: __, adopted: ___, ...rest } = row;
  return { ...rest, nth: row.nth + 1 };
}

async function adopt(row: OutboxRow, ticket: TicketState, desk: Desk): Promise<void> {
  await filed(row, ticket.ref, { idKept: ticket.carriesId, adopted: true }, desk);
}

async function create(row: OutboxRow, desk: Desk): Promise<void> {
  const hopeless = lostForGood(row);
  if (hopeless !== null) return stop({ ...row, state: 'queued', lost: 0 }, hopeless, desk);
  const draft = { ...(await desk.draft(row)), externalId: row.externalId };
  const { now, life, tracker } = desk;
  const { failure: _, ...clean } = row;
  const lost = row.lost + 1;
  const creating = {
    ...clean,
    state: 'creating',
    lost,
    life,
    dueAt: now() + slowMargin + blindFor(tracker),
  } as const;
  await desk.store(creating);
  const made = await tracker.create(draft, desk.context);
  if (!made.ok) return notMade(creating, made.failure, desk);
  const created = {
    ...creating,
    state: 'created',
    ref: made.value,
    lost: 0,
    failures: 0,
    dueAt: now(),
  } as const;
  await readBack(await desk.store(created), made.value, desk);
}

/** Why a create whose answer was lost, and whose ticket no search finds, is not sent again; null when it is. */
function lostForGood({ lost, failure }: OutboxRow): Failure | null {
  if (lost > 0 && failure !== undefined && !passes(failure)) return failure;
  if (lost < mostLost) return null;
  const message = `The tracker lost the answer ${lost} times. Look for the ticket there, then file again.`;
  return { code: 'bad-answer', message };
}

async function notMade(row: OutboxRow, failure: Failure, desk: Desk): Promise<void> {
  if (nothingMade(failure)) return stop({ ...row, state: 'queued', lost: row.lost - 1 }, failure, desk);
  const wait = failure.code === 'timeout' ? slowMargin : margin;
  const dueAt = Math.max(desk.now() + desk.tracker.searchLag + wait, failure.retryAt ?? 0);
  await desk.store({ ...row, failure, dueAt });
}

async function readBack(row: OutboxRow, ref: TicketRef, desk: Desk): Promise<void> {
  const read = await desk.tracker.read(ref, desk.context);
  if (read.ok) return filed(row, read.value.ref, { idKept: read.value.carriesId, adopted: false }, desk);
  const failures = row.failures + 1;
  if (passes(read.failure) && failures < mostReads) {
    await desk.store({ ...row, failures, dueAt: backOff(failures, read.failure, desk.now()) });
    return;
  }
  // The tracker said that it made the ticket. That it cannot be read is a matter of rights, not of filing.
  if (read.failure.code !== 'missing') return filed(row, ref, { idKept: false, adopted: false }, desk);
  const { ref: _, ...without } = row;
  return stop({ ...without, state: 'queued' }, read.failure, desk);
}

async function filed(
  row: OutboxRow,
  ref: TicketRef,
  how: { readonly idKept: boolean; readonly adopted: boolean },
  desk: Desk,
): Promise<void> {
  const { failure: _, life: __, ...clean } = row;
  const filedAt = desk.now();
  const tracker = desk.tracker.id;
  await desk.store({
    ...clean,
    ...how,
    state: 'filed',
    ref,
    tracker,
    filedAt,
    failures: 0,
    lost: 0,
    dueAt: Infinity,
  });
}

/** Keeps the row for later where time helps, else until a person or a change of settings retries. */
export async function stop(
  row: OutboxRow,
  failure: Failure,
  desk: Pick<Desk, 'now' | 'store'>,
): Promise<void> {
  const failures = row.failures + 1;
  const again = passes(failure);
  const dueAt = again ? backOff(failures, failure, desk.now()) : Infinity;
  await desk.store({ ...row, state: again ? 'queued' : 'failed', failures, failure, dueAt });
}

/**
 * Adds what changed to the open ticket. A comment cannot be searched for, so one whose answer was lost is not repeated.
 * Where the ticket was closed meanwhile, what changed deserves a new Investigation.
 */
async function comment(row: OutboxRow, ref: TicketRef, desk: Desk): Promise<void> {
  const { comment: words = '', ...without } = row;
  const done = { ...without, state: 'filed', failures: 0, dueAt: Infinity } as const;
  if (row.state === 'commenting') return void (await desk.store(done));
  const ticket = await desk.tracker.read(ref, desk.context);
  if (!ticket.ok && ticket.failure.code !== 'missing') return later(row, ticket, desk);
  if (!ticket.ok || !ticket.value.open) {
    await desk.store({ ...followed(without), state: 'queued', failures: 0, dueAt: desk.now() });
    return;
  }
  await desk.store({ ...row, state: 'commenting', life: desk.life, dueAt: desk.now() + slowMargin });
  const sent = await desk.tracker.comment(ref, words, desk.context);
  if (!sent.ok && nothingMade(sent.failure)) return later({ ...row, state: 'filed' }, sent, desk);
  await desk.store(done);
}

async function later(
  row: OutboxRow,
  { failure }: Extract<Result<unknown>, { ok: false }>,
  desk: Desk,
): Promise<void> {
  const failures = row.failures + 1;
  const { comment: _, ...without } = row;
  await desk.store(
    passes(failure)
      ? { ...row, failures, dueAt: backOff(failures, failure, desk.now()) }
      : { ...without, failures: 0, dueAt: Infinity },
  );
}
