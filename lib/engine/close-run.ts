import { combine } from '../core/combine';
import { keyOf } from '../core/enrichment';
import { withExposure } from '../core/exposure';
import { externalId } from '../core/external-id';
import { overridden } from '../core/override';
import type { VerdictPolicy } from '../core/verdict-policy';
import type { Ioc } from '../ioc';
import type { Context } from './context';
import type { WriteTx } from './db';
import type { SourceInUse } from './deps';
import { type FilingRules, planFiling } from './filing-plan';
import { filingOf } from './filing-state';
import type { EnrichmentRow, RunRow, StepRow } from './rows';
import { changesBetween, remembering } from './run-changes';
import { ticksOf } from './ticks';

/** What must be known before the transaction that closes runs opens. */
export interface ClosingRules {
  readonly sources: readonly SourceInUse[];
  readonly verdict: VerdictPolicy;
  readonly filing: Omit<FilingRules, 'externalId'>;
  /** By key of the indicator; empty where nothing is filed by itself. */
  readonly externalIds: ReadonlyMap<string, string>;
}

/** The rules for runs of these indicators. */
export async function closingRules(ctx: Context, iocs: readonly Ioc[]): Promise<ClosingRules> {
  const { sources, policy, tracker } = ctx.setup;
  const [known, { verdict, ...rest }, filesTo] = await Promise.all([sources(), policy(), tracker()]);
  const automatic = rest.automatic && filesTo !== null;
  const named = automatic ? iocs.map(async (ioc) => [keyOf(ioc), await externalId(ioc)] as const) : [];
  const externalIds = new Map(await Promise.all(named));
  return { sources: known, verdict, filing: { automatic, perHour: rest.perHour }, externalIds };
}

/** Does a step of it have no outcome? */
export const waits = ({ steps }: { readonly steps: readonly StepRow[] }): boolean =>
  steps.some(({ outcome }) => outcome.state === 'running');

/** The run with its verdict, and what changed since the one that closed before it. */
export function closedRun<R extends Omit<RunRow, 'id'>>(
  run: R,
  previous: RunRow | undefined,
  { sources, verdict }: ClosingRules,
  now: number,
): Omit<R, 'open'> {
  const sourceOf = (id: string) => sources.find(({ provider }) => provider.id === id)?.provider;
  const nameOf = (id: string) => sourceOf(id)?.name ?? id;
  const opinions = run.steps.flatMap(({ provider, outcome }) =>
    outcome.state === 'running'
      ? []
      : [{ provider, name: nameOf(provider), weight: sourceOf(provider)?.weight ?? 0, outcome }],
  );
  const { open: _, ...rest } = run;
  const steps = remembering(run.steps, previous?.steps);
  const closed = {
    ...rest,
    steps,
    closedAt: now,
    verdict: withExposure(combine(opinions, verdict, now), run.ioc, opinions),
  };
  return previous === undefined ? closed : { ...closed, changes: changesBetween(previous, closed, nameOf) };
}

/**
 * What a closed run means for its Enrichment and for the tracker. Runs that close in one transaction go one after the
 * other: the hourly ceiling counts each.
 */
export async function concluded(
  tx: WriteTx<'outbox' | 'reservations'>,
  run: RunRow,
  enrichment: EnrichmentRow | undefined,
  { filing, externalIds }: ClosingRules,
  now: number,
): Promise<{ readonly enrichment: EnrichmentRow | undefined; readonly filing: boolean }> {
  const verdict = run.verdict && overridden(run.verdict, enrichment?.override);
  const level = verdict?.level ?? null;
  const rules = { ...filing, externalId: externalIds.get(run.key) ?? '' };
  const row = await planFiling(tx, run, level, rules, now);
  const closed: EnrichmentRow | undefined = enrichment && {
    ...enrichment,
    state: 'closed',
    closedAt: now,
    closedRun: run.id,
    level,
    ticks: ticksOf(run.steps),
    ...(verdict === undefined ? {} : { verdict }),
    ...(row === null ? {} : { filing: filingOf(row) }),
  };
  return { enrichment: closed, filing: row !== null && row.dueAt <= now };
}
