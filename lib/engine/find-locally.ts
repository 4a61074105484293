import type { Outcome } from '../core/outcome';
import type { LocalProvider } from '../core/plugin';
import type { Ioc } from '../ioc';
import { outcomeOf } from './checks';
import type { ReadTx } from './db';
import { ownLists } from './shelf/rows';
import { type ListStore, shelfOf } from './shelf/shelf';

/** What a local source says of an indicator, from the lists in this browser. */
export async function findLocally(
  tx: ReadTx<ListStore>,
  ioc: Ioc,
  provider: LocalProvider,
  now: number,
): Promise<Outcome> {
  const shelf = await shelfOf(tx);
  const hits = await shelf.hits(ownLists, ioc);
  try {
    return outcomeOf(provider.find(ioc, hits), now, 'list');
  } catch {
    const message = `${provider.name} could not be read: an error in Sightline. Please report it.`;
    return { state: 'failed', failure: { code: 'bad-answer', message }, at: now };
  }
}
