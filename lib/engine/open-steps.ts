import { keyOf } from '../core/enrichment';
import type { Outcome } from '../core/outcome';
import { isLocal } from '../core/plugin';
import type { Ioc } from '../ioc';
import { stored } from './cache';
import { whyWithheld } from './checks';
import type { ReadTx } from './db';
import type { Policy, SourceInUse } from './deps';
import { findLocally } from './find-locally';
import type { CacheRow, StepRow } from './rows';
import type { ListStore } from './shelf/shelf';
import { askedAbout } from './subject';

interface Opened {
  readonly sources: readonly SourceInUse[];
  readonly policy: Policy;
  readonly now: number;
  /** No stored answer counts, but of sources that are asked on demand. */
  readonly past?: boolean;
}

/**
 * The steps of a new run, one for each source that knows the kind. Local lists answer at once, and so does every stored
 * answer that is fresh. A source that is asked on demand only has a step where such an answer of it is at hand.
 */
export async function openSteps(
  tx: ReadTx<'cache' | ListStore>,
  ioc: Ioc,
  { sources, policy, now, past }: Opened,
): Promise<readonly StepRow[]> {
  const rows = new Map<string, Promise<CacheRow[]>>();
  const rowsOf = (key: string) => {
    const known = rows.get(key) ?? tx.objectStore('cache').getAll(IDBKeyRange.bound([key], [key, []]));
    rows.set(key, known);
    return known;
  };
  const steps = await Promise.all(
    sources
      .filter(({ provider }) => provider.kinds.includes(ioc.kind))
      .map(async (source): Promise<StepRow[]> => {
        const { provider, onDemand } = source;
        const step = { provider: provider.id, attempts: 0 };
        if (isLocal(provider)) return [{ ...step, outcome: await findLocally(tx, ioc, source, now) }];
        const again = past === true && !onDemand;
        const outcome = again ? null : await atHand(rowsOf, ioc, source, { policy, now });
        if (outcome !== null) return [{ ...step, outcome }];
        return onDemand ? [] : [{ ...step, outcome: { state: 'running', since: now } }];
      }),
  );
  return steps.flat();
}

/** The stored answer, where it may be shown: what is withheld now, or has no key any more, says so instead. */
async function atHand(
  rowsOf: (key: string) => Promise<CacheRow[]>,
  ioc: Ioc,
  source: SourceInUse,
  { policy, now }: Pick<Opened, 'policy' | 'now'>,
): Promise<Outcome | null> {
  const { provider, settings, version } = source;
  if (isLocal(provider)) return null;
  let key: string;
  try {
    if (whyWithheld(ioc, source, policy) !== null || provider.missing(settings) !== null) return null;
    key = keyOf(askedAbout(ioc, provider));
  } catch {
    // A plug-in with a bug: its lookup says so.
    return null;
  }
  const rows = await rowsOf(key);
  return stored(
    rows.find((row) => row.provider === provider.id),
    version,
    now,
  );
}
