import { keyOf } from '../core/enrichment';
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
  const mine = sources.filter(({ provider }) => provider.kinds.includes(ioc.kind));
  const keys = mine.map((source) =>
    past === true && !source.onDemand ? null : keyAtHand(ioc, source, policy),
  );
  // Nothing is awaited for a single source: a thousand IOCs at a dozen sources would be as many promises as answers.
  const [rows, lists] = await Promise.all([
    rowsOf(tx, new Set(keys)),
    Promise.all(mine.map((source) => (isLocal(source.provider) ? findLocally(tx, ioc, source, now) : null))),
  ]);
  return mine.flatMap(({ provider, version, onDemand }, nth): StepRow[] => {
    const step = { provider: provider.id, attempts: 0 };
    const row = rows.get(keys[nth] ?? null)?.find((row) => row.provider === provider.id);
    const outcome = lists[nth] ?? stored(row, version, now);
    if (outcome !== null) return [{ ...step, outcome }];
    return onDemand ? [] : [{ ...step, outcome: { state: 'running', since: now } }];
  });
}

/** The stored answers of the indicators that sources are asked about; mostly all about the one. */
async function rowsOf(
  tx: ReadTx<'cache'>,
  keys: ReadonlySet<string | null>,
): Promise<ReadonlyMap<string | null, readonly CacheRow[]>> {
  const read = [...keys].flatMap((key) =>
    key === null
      ? []
      : [
          tx
            .objectStore('cache')
            .getAll(IDBKeyRange.bound([key], [key, []]))
            .then((rows) => [key, rows] as const),
        ],
  );
  return new Map(await Promise.all(read));
}

/**
 * Under which key the answer of a source that is asked would be stored; null where none may be shown: what is withheld
 * now, or has no key any more, says so instead.
 */
function keyAtHand(ioc: Ioc, source: SourceInUse, policy: Policy): string | null {
  const { provider, settings } = source;
  if (isLocal(provider)) return null;
  try {
    if (whyWithheld(ioc, source, policy) !== null || provider.missing(settings) !== null) return null;
    return keyOf(askedAbout(ioc, provider));
  } catch {
    // A plug-in with a bug: its lookup says so.
    return null;
  }
}
