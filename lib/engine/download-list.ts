import { type Failure, fail, ok, type Result } from '../core/failure';
import type { HttpAnswer, HttpRequest } from '../core/http';
import type { ListEntry } from '../core/ioc-list-entry';
import { isShipped, type ListFile, type LocalProvider } from '../core/plugin';
import { elsewhere, refusal } from '../core/refusal';
import type { Context } from './context';
import { atomically } from './db';
import type { ListRow } from './shelf/rows';
import { hasCopy, type KeptFile } from './shelf/schedule';
import { listStores } from './shelf/shelf';
import { removeGeneration, storeList } from './shelf/store-list';
import { ourFault } from './our-fault';

/** A long file on a slow line. */
const timeout = 90_000;

type Origin = NonNullable<ListRow['origin']>;

/**
 * Asks for a list, and replaces the copy at hand where a newer one came whole. The attempt is stored before the request
 * leaves, so that no death of the worker makes more of them than the publisher allows. Throws only what the database
 * throws.
 */
export async function download(
  ctx: Context,
  provider: LocalProvider,
  file: KeptFile,
  known: ListRow | undefined,
): Promise<void> {
  const row = await noteAttempt(ctx, provider, file, known);
  const brought = isShipped(file)
    ? await keep(ctx, provider, row, file.shipped(), { etag: null, lastModified: null })
    : await ask(ctx, provider, file, row);
  if (brought.ok && brought.value === 'stored') return ctx.feed.everything();
  await change(ctx, row, (origin) =>
    brought.ok
      ? current(origin, ctx.now())
      : { ...origin, failures: origin.failures + 1, failure: brought.failure },
  );
}

/** The row with this attempt in it. What came from another address does not stay. */
async function noteAttempt(
  ctx: Context,
  { id }: LocalProvider,
  file: KeptFile,
  known: ListRow | undefined,
): Promise<ListRow> {
  const blank = { etag: null, lastModified: null, fetchedAt: 0, failures: 0 };
  const kept = known?.origin?.url === file.url ? known : undefined;
  const origin: Origin = { ...blank, ...kept?.origin, url: file.url, triedAt: ctx.now() };
  const empty = { owner: id, name: file.name, level: 'unknown', entries: 0, skipped: 0 } as const;
  const row: ListRow = { ...empty, importedAt: 0, generation: null, ...kept, origin };
  await atomically(await ctx.db(), listStores, async (tx) => {
    if (kept === undefined && known?.generation) await removeGeneration(tx, known.generation);
    await tx.objectStore('lists').put(row);
  });
  return row;
}

async function ask(
  ctx: Context,
  provider: LocalProvider,
  file: ListFile,
  row: ListRow,
): Promise<Result<'stored' | 'same'>> {
  const plain: HttpRequest = {
    url: file.url,
    headers: conditions(row, file),
    maxBytes: file.maxBytes,
    timeout,
  };
  const answer = await ctx.deps.send(file.keyed?.(plain) ?? plain);
  if (!answer.ok) return answer;
  const { status } = answer.value;
  if (status === 304 && hasCopy(row, file)) return ok('same');
  const failure = refused(answer.value, provider, ctx.now());
  if (failure !== null) return { ok: false, failure };
  const entries = readFile(answer.value, provider, file);
  if (!entries.ok) return entries;
  const { headers } = answer.value;
  return keep(ctx, provider, row, entries.value, {
    etag: headers.get('ETag'),
    lastModified: headers.get('Last-Modified'),
  });
}

/** Replaces the copy at hand. */
async function keep(
  ctx: Context,
  provider: LocalProvider,
  { owner, name, level, origin: tried }: ListRow,
  entries: Iterable<ListEntry | null>,
  version: Pick<Origin, 'etag' | 'lastModified'>,
): Promise<Result<'stored'>> {
  if (tried === undefined) throw new Error('An attempt that was not noted.');
  const { url, triedAt } = tried;
  const stored = await storeList(
    ctx,
    { owner, name, level, origin: { url, triedAt, ...version, fetchedAt: ctx.now(), failures: 0 } },
    entries,
    // A file of which more was refused than understood is some other file.
    (read, skipped) => read > 0 && read >= skipped,
    (now) => now?.origin?.triedAt === triedAt,
  );
  if (stored !== null) return ok('stored');
  return fail('bad-answer', `${provider.name} sent something that is not this list. The copy at hand stays.`);
}

/** What makes the other side answer "not modified" (RFC 9110, 13.1). */
function conditions(row: ListRow, file: ListFile): Record<string, string> {
  if (!hasCopy(row, file)) return {};
  const { etag, lastModified } = row.origin ?? {};
  return {
    ...(etag ? { 'If-None-Match': etag } : {}),
    ...(lastModified ? { 'If-Modified-Since': lastModified } : {}),
  };
}

function refused(answer: HttpAnswer, { name }: LocalProvider, now: number): Failure | null {
  const failure = refusal(answer, name, now);
  if (failure !== null || answer.status === 200) return failure;
  return elsewhere(answer, name);
}

function readFile(answer: HttpAnswer, { name }: LocalProvider, file: ListFile) {
  if (/^\s*<(?!\?xml)/.test(answer.text)) {
    return fail(
      'bad-answer',
      `${name} sent a web page instead of its list: a login, a proxy or an error page. Check the address.`,
    );
  }
  try {
    return file.read(answer);
  } catch {
    return fail('bad-answer', ourFault(`${name} could not be read`));
  }
}

/** Changes what is noted of where the list came from, unless the list was replaced or forgotten meanwhile. */
async function change(ctx: Context, row: ListRow, to: (origin: Origin) => Origin): Promise<void> {
  await atomically(await ctx.db(), ['lists'], async (tx) => {
    const now = await tx.objectStore('lists').get([row.owner, row.name]);
    if (now?.origin !== undefined && now.generation === row.generation) {
      await tx.objectStore('lists').put({ ...now, origin: to(now.origin) });
    }
  });
}

/** The copy at hand is the newest. */
const current = ({ url, etag, lastModified, triedAt }: Origin, fetchedAt: number): Origin => ({
  url,
  etag,
  lastModified,
  triedAt,
  fetchedAt,
  failures: 0,
});
