import { keyOf } from '../core/enrichment';
import type { Outcome } from '../core/outcome';
import type { LocalProvider } from '../core/plugin';
import type { Ioc } from '../ioc';
import { outcomeOf } from './checks';
import type { ReadTx } from './db';

/** What a local source says of an indicator, from the lists in this browser. */
export async function findLocally(
  tx: ReadTx<'entries'>,
  ioc: Ioc,
  provider: LocalProvider,
  now: number,
): Promise<Outcome> {
  const key = keyOf(ioc);
  const hits = await tx.objectStore('entries').getAll(IDBKeyRange.bound([key], [key, []]));
  try {
    return outcomeOf(provider.find(ioc, hits), now, 'list');
  } catch {
    const message = `${provider.name} could not be read: an error in Sightline. Please report it.`;
    return { state: 'failed', failure: { code: 'bad-answer', message }, at: now };
  }
}
