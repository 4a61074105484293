import type { Failure } from '../core/failure';
import { type AskedProvider, isLocal, type Reading } from '../core/plugin';
import type { HttpRequest } from '../core/http';
import type { Outcome } from '../core/outcome';
import type { Ioc } from '../ioc';
import type { Context } from './context';
import type { Policy, SourceInUse } from './deps';
import { filesOf } from './data-files';
import { withheld } from './opsec';
import { patternOf } from '../core/origin-pattern';
import { grantWait } from './retry-plan';
import type { Ending } from './settle';
import { askedAbout } from './subject';

/** A question that may be asked, as far as kind, opsec, settings and grants go. Cache and budget come next. */
export interface Question {
  readonly source: SourceInUse;
  readonly provider: AskedProvider;
  /** What the source is really asked about. */
  readonly about: Ioc;
  readonly request: HttpRequest;
  /** What one budget covers: the source, or the source at one host. */
  readonly scope: string;
  readonly files: Readonly<Record<string, unknown>>;
}

export type Checked = { readonly question: Question } | { readonly ending: Omit<Ending, 'provider'> };

/** Everything that must hold before the cache is looked at and a request is booked, in the order of the design. */
export async function check(ctx: Context, ioc: Ioc, source: SourceInUse): Promise<Checked> {
  const { provider, settings } = source;
  const at = ctx.now();
  if (isLocal(provider)) return notAsked(`${provider.name} is a local source.`, at);
  if (!provider.kinds.includes(ioc.kind))
    return notAsked(`${provider.name} does not know this kind of IOC.`, at);
  const { opsec } = await ctx.setup.policy();
  const why = whyWithheld(ioc, source, { opsec });
  if (why !== null) return { ending: { outcome: { state: 'withheld', message: why, at } } };
  const missing = provider.missing(settings);
  if (missing !== null) return notAsked(missing, at);
  const about = askedAbout(ioc, provider);
  const files = await filesOf(ctx, provider, settings);
  const request = provider.request(about, { settings, now: at, files });
  if ('is' in request) return { ending: { outcome: outcomeOf(request, at, 'list') } };
  const ending = await deniedFor(ctx, source, request);
  if (ending !== null) return { ending };
  const scope = provider.limitedByHost ? `${provider.id} ${new URL(request.url).host}` : provider.id;
  return { question: { source, provider, about, request, scope, files } };
}

/** Why this source may not hear of this indicator, in words; null where it may. */
export function whyWithheld(
  ioc: Ioc,
  { provider, maxTlp }: SourceInUse,
  { opsec }: Pick<Policy, 'opsec'>,
): string | null {
  const { name, discloses } = provider;
  const domainOnly = !isLocal(provider) && provider.subject === 'registrable-domain';
  return withheld(ioc, { name, discloses, maxTlp, domainOnly }, opsec);
}

/** What a reading is as an outcome. */
export function outcomeOf(reading: Reading, at: number, origin: 'asked' | 'cached' | 'list'): Outcome {
  if (reading.is === 'answer') return { state: 'answered', answer: reading.answer, at, origin };
  if (reading.is === 'none') return { state: 'no-record', message: reading.message, at, origin };
  const { failure } = reading;
  if (failure.code === 'not-configured') return { state: 'not-configured', message: failure.message, at };
  return { state: failure.code === 'quota' ? 'quota' : 'failed', failure, at };
}

const notAsked = (message: string, at: number): Checked => ({
  ending: { outcome: { state: 'not-configured', message, at } },
});

/** How a step ends where the browser has no grant for its request; null where it has. */
export async function deniedFor(
  ctx: Context,
  source: SourceInUse,
  request: HttpRequest,
): Promise<Omit<Ending, 'provider'> | null> {
  const failure = await whyDenied(ctx, source, request);
  if (failure === null) return null;
  return { outcome: { state: 'failed', failure, at: ctx.now() }, waits: grantWait(patternOf(request.url)) };
}

/**
 * That the browser has no grant for a request; null where it has. Without a grant the request would still reach the server;
 * only its answer would be hidden from us.
 */
export async function whyDenied(
  ctx: Context,
  { provider, settings }: SourceInUse,
  { url }: HttpRequest,
): Promise<Failure | null> {
  const pattern = patternOf(url);
  const open = !isLocal(provider) && provider.openToAll && !provider.origins(settings).includes(pattern);
  if (open || (await ctx.granted(pattern))) return null;
  const message = `The browser has no permission for ${new URL(url).host}. Allow ${provider.name} in the options.`;
  return { code: 'denied', message, grant: pattern };
}
