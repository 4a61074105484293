import { type AskedProvider, isLocal } from '../core/plugin';
import type { Ioc } from '../ioc';
import { ask } from './ask';
import { check, type Question } from './checks';
import type { Company, Looked, Task } from './company';
import type { Context } from './context';
import type { SourceInUse } from './deps';
import { end } from './end';
import { findLocally } from './find-locally';
import { grouped } from './grouped';
import { answerFor } from './permit';
import { listStores } from './shelf/shelf';
import type { Flights } from './flights';
import { askedAbout } from './subject';
import { ourFault } from './our-fault';

/** A step that passed every check and has no stored answer. */
export interface Ready {
  readonly task: Task;
  readonly question: Question;
}

/**
 * Brings one step to its outcome, and others in its company where the source takes several at once; or says what they
 * wait for. Throws only what the database throws; whoever was not told by then is to be looked up again.
 */
export async function lookUp(ctx: Context, task: Task, company: Company, flights: Flights): Promise<void> {
  const landings: (() => void)[] = [];
  const party = new Map<number, Task>([[task.run, task]]);
  const told: Company = {
    ...company,
    take(most, fits) {
      const taken = company.take(most, fits);
      for (const one of taken) party.set(one.run, one);
      return taken;
    },
    told(one, looked) {
      party.delete(one.run);
      company.told(one, looked);
    },
  };
  const start = (provider: AskedProvider, about: Ioc) => {
    landings.push(flights.start(provider.id, about));
  };
  try {
    await look(ctx, task, told, { ...flights, note: start });
  } catch (error) {
    if (error instanceof DOMException) throw error;
    const message = ourFault(`${task.provider} could not be asked`);
    const failure = { code: 'bad-answer', message } as const;
    const outcome = { state: 'failed', failure, at: ctx.now() } as const;
    await end(
      ctx,
      told,
      [...party.values()].map((task) => ({ task, ending: { outcome } })),
    );
  } finally {
    for (const land of landings) land();
  }
}

/** Flights of one lookup, which all land when it ends. */
interface Noted extends Flights {
  note(provider: AskedProvider, about: Ioc): void;
}

async function look(ctx: Context, task: Task, company: Company, flights: Noted): Promise<void> {
  const sources = await ctx.setup.sources();
  const source = sources.find(({ provider }) => provider.id === task.provider);
  if (source === undefined) {
    const message = 'This source was switched off.';
    const outcome = { state: 'not-configured', message, at: ctx.now() } as const;
    return end(ctx, company, [{ task, ending: { outcome } }]);
  }
  const { provider } = source;
  if (isLocal(provider)) {
    const tx = (await ctx.db()).transaction(listStores);
    const outcome = await findLocally(tx, task.ioc, source, ctx.now());
    return end(ctx, company, [{ task, ending: { outcome } }]);
  }
  const lead = await prepare(ctx, task, source, company);
  if (lead === null) return undefined;
  const { about } = lead.question;
  const asked = flights.has(provider.id, about);
  // Whoever waits for the answer to the same question holds up nobody else.
  if (asked) company.depart();
  while (flights.has(provider.id, about)) {
    await flights.landed(provider.id, about);
    if (await endFromCache(ctx, lead, company)) return undefined;
  }
  flights.note(provider, about);
  const others = provider.batch === undefined || asked ? [] : await gather(ctx, lead, company, flights);
  company.depart();
  return ask(ctx, [lead, ...others], company);
}

/** Checks a step. Null where it was told its outcome. Its stored answer is looked for as it is booked (`permit.ts`). */
async function prepare(
  ctx: Context,
  task: Task,
  source: SourceInUse,
  company: Company,
): Promise<Ready | null> {
  const checked = await company.work(() => check(ctx, task.ioc, source));
  if ('question' in checked) return { task, question: checked.question };
  await end(ctx, company, [{ task, ending: checked.ending }]);
  return null;
}

/** One transaction for all who look at once: each by itself would wait behind the writes of the others. */
const readStored = grouped(async (ctx, waiting: readonly Ready[]) => {
  const tx = (await ctx.db()).transaction('cache');
  return Promise.all(waiting.map((ready) => answerFor(tx, ready, ctx.now())));
});

async function endFromCache(ctx: Context, ready: Ready, company: Company): Promise<boolean> {
  const known = await readStored(ctx, ready);
  if (known === null) return false;
  await end(ctx, company, [{ task: ready.task, ending: { outcome: known } }]);
  return true;
}

/** Others that may share the request: of the same group and scope, about something nobody asks about yet. */
async function gather(
  ctx: Context,
  lead: Ready,
  company: Company,
  flights: Noted,
): Promise<readonly Ready[]> {
  const { provider, source, scope } = lead.question;
  const size = provider.batch?.size ?? 1;
  const group = groupOf(provider, lead.question.about);
  const fits = (ioc: Ioc): boolean => {
    if (!provider.kinds.includes(ioc.kind)) return false;
    const about = askedAbout(ioc, provider);
    if (flights.has(provider.id, about) || groupOf(provider, about) !== group) return false;
    flights.note(provider, about);
    return true;
  };
  await company.gather(size - 1);
  const others: Ready[] = [];
  while (others.length < size - 1) {
    const taken = company.take(size - 1 - others.length, fits);
    if (taken.length === 0) break;
    for (const ready of await Promise.all(taken.map((task) => prepare(ctx, task, source, company)))) {
      if (ready === null) continue;
      if (ready.question.scope === scope) others.push(ready);
      else company.told(ready.task, { is: 'later', scope: ready.question.scope } satisfies Looked);
    }
  }
  return others;
}

/** The group of an indicator; of its own where the plug-in cannot tell. */
function groupOf({ batch }: AskedProvider, about: Ioc): string | symbol {
  try {
    return batch?.group?.(about) ?? '';
  } catch {
    return Symbol('none');
  }
}
