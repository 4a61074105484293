import { fail, ok, type Result } from '../core/failure';
import { keyOf } from '../core/enrichment';
import type { Ioc } from '../ioc';
import { whyDenied } from './checks';
import type { Context } from './context';
import { atomically, type WriteTx } from './db';
import { filesOf } from './data-files';
import { bookRequest, nextRoom } from './ledger';
import { limitWords } from './limit-words';
import { isOpen, type SubmissionRow } from './submission-rows';
import { waysFor, type Way, whyNot } from './submit-checks';
import { durationWords } from './time-words';
import type { HttpRequest } from '../core/http';

/** What is sent, once it is booked and noted. */
export interface Leaving {
  readonly row: SubmissionRow;
  readonly way: Way;
  readonly request: HttpRequest;
  readonly reservation: number;
}

/** One budget for each way to submit, apart from that of the lookups: others count them apart too. */
const scopeOf = ({ provider, submit }: Way): string => `${provider.id} submit ${submit.id}`;

/** What a lookup may touch. */
export async function contextFor(ctx: Context, { source, provider }: Way) {
  const { settings } = source;
  return { settings, now: ctx.now(), files: await filesOf(ctx, provider, settings) };
}

/**
 * Checks what a person wants submitted, books its request and notes that it leaves, in one transaction: from then on it
 * is never sent again. A refusal says why.
 */
export async function prepareSubmission(
  ctx: Context,
  ioc: Ioc,
  { provider, submit }: { readonly provider: string; readonly submit: string },
): Promise<Result<Leaving>> {
  const [sources, policy] = await Promise.all([ctx.setup.sources(), ctx.setup.policy()]);
  const way = waysFor(sources, ioc).find((one) => one.provider.id === provider && one.submit.id === submit);
  if (way === undefined)
    return fail('not-configured', 'This cannot be submitted there. Switch the source on.');
  const why = whyNot(ioc, way, policy);
  if (why !== null) return fail('rejected', why);
  const request = way.submit.request(ioc, await contextFor(ctx, way));
  const failure = await whyDenied(ctx, way.source, request);
  if (failure !== null) return { ok: false, failure };
  const noted = await atomically(await ctx.db(), ['submissions', 'reservations', 'enrichments'], (tx) =>
    note(tx, ctx, ioc, way),
  );
  if (noted.ok) ctx.feed.changed([keyOf(ioc)]);
  return noted.ok ? ok({ ...noted.value, way, request }) : noted;
}

async function note(
  tx: WriteTx<'submissions' | 'reservations' | 'enrichments'>,
  ctx: Context,
  ioc: Ioc,
  way: Way,
): Promise<Result<Pick<Leaving, 'row' | 'reservation'>>> {
  const { provider, submit } = way;
  const key = keyOf(ioc);
  const at = ctx.now();
  if ((await tx.objectStore('enrichments').get(key)) === undefined) {
    return fail('rejected', 'Nothing is known about it yet. Enrich it first.');
  }
  const before = await tx.objectStore('submissions').index('key').getAll(key);
  if (before.some((row) => row.provider === provider.id && isOpen(row))) {
    return fail('rejected', `${provider.name} already works on it. Wait for its result.`);
  }
  const scope = scopeOf(way);
  const room = await nextRoom(tx, scope, submit.limits, at);
  if (room !== null) {
    const wait = durationWords(room.at - at);
    return fail('quota', `The budget of ${limitWords(room.limit)} is spent. Try again in ${wait}.`);
  }
  const reservation = await bookRequest(tx, { scope, at, provider: provider.id });
  const row: Omit<SubmissionRow, 'id'> = {
    key,
    ioc: { kind: ioc.kind, value: ioc.value },
    provider: provider.id,
    submit: submit.id,
    name: provider.name,
    label: submit.label,
    state: 'sending',
    life: ctx.life,
    at,
    dueAt: Infinity,
  };
  const id = await tx.objectStore('submissions').add(row as SubmissionRow);
  return ok({ row: { ...row, id }, reservation });
}
