import type { Failure } from '../core/failure';
import type { Outcome } from '../core/outcome';
import { isLocal, type LocalProvider } from '../core/plugin';
import type { Ioc } from '../ioc';
import { outcomeOf } from './checks';
import type { ReadTx } from './db';
import type { SourceInUse } from './deps';
import { type ListRow, ownLists } from './shelf/rows';
import { hasCopy, isOld, type KeptFile } from './shelf/schedule';
import { type ListStore, type Shelf, shelfOf } from './shelf/shelf';
import { durationWords } from './time-words';
import { ourFault } from './our-fault';

/**
 * What a local source says of an indicator, from the lists in this browser. A list that is not here or too old cannot
 * tell what is not on it: then the answer is a failure, never "no record".
 */
export async function findLocally(
  tx: ReadTx<ListStore>,
  ioc: Ioc,
  { provider, settings }: SourceInUse,
  now: number,
): Promise<Outcome> {
  if (!isLocal(provider)) throw new Error(`${provider.name} is no local source.`);
  try {
    const shelf = await shelfOf(tx);
    const files = provider.files?.(settings);
    if (files === undefined) {
      return outcomeOf(provider.find(ioc, await shelf.hits(ownLists, ioc)), now, 'list');
    }
    const missing = provider.missing(settings);
    if (missing !== null) return { state: 'not-configured', message: missing, at: now };
    return await findInFiles(shelf, ioc, provider, files, now);
  } catch (error) {
    if (error instanceof DOMException) throw error;
    const message = ourFault(`${provider.name} could not be read`);
    return { state: 'failed', failure: { code: 'bad-answer', message }, at: now };
  }
}

async function findInFiles(
  shelf: Shelf,
  ioc: Ioc,
  provider: LocalProvider,
  files: readonly KeptFile[],
  now: number,
): Promise<Outcome> {
  const asked = files.filter(({ kinds }) => kinds.includes(ioc.kind));
  const rows = asked.map((file) => ({ file, row: shelf.list(provider.id, file.name) }));
  const here = rows.filter(({ file, row }) => hasCopy(row, file));
  const names = new Set(here.map(({ file }) => file.name));
  const hits = (await shelf.hits(provider.id, ioc)).filter(({ list }) => names.has(list));
  const lacking = rows.find(({ file, row }) => !hasCopy(row, file) || isOld(row, file, now));
  if (hits.length === 0 && lacking !== undefined) {
    return { state: 'failed', failure: failureOf(provider, lacking.file, lacking.row, now), at: now };
  }
  const age = Math.min(now, ...here.map(({ row }) => row?.origin?.fetchedAt ?? now));
  return outcomeOf(provider.find(ioc, hits), age, 'list');
}

function failureOf({ name }: LocalProvider, file: KeptFile, row: ListRow | undefined, now: number): Failure {
  const failure = row?.origin?.url === file.url ? row.origin.failure : undefined;
  const { code = 'offline', message = '' } = failure ?? {};
  if (!hasCopy(row, file)) {
    return failure === undefined
      ? { code, message: `${name} is not downloaded yet. It is fetched by itself; enrich again in a minute.` }
      : { code, message: `${name} could not be downloaded. ${message}` };
  }
  const age = durationWords(Math.abs(now - (row.origin?.fetchedAt ?? 0)));
  const old = `The copy of ${name} is ${age} old, too old to tell what is not listed.`;
  return { code, message: `${old} ${message === '' ? 'Enrich again when it was refreshed.' : message}` };
}
