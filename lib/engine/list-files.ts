import { type LocalProvider, isLocal, isShipped } from '../core/plugin';
import { patternOf } from '../core/origin-pattern';
import type { FileState } from '../screens';
import type { Context } from './context';
import type { SourceInUse } from './deps';
import { download } from './download-list';
import type { ListRow } from './shelf/rows';
import { dueAt, hasCopy, isOld, type KeptFile } from './shelf/schedule';

/** A list that a source in use keeps, and what is stored of it. */
interface Kept {
  readonly provider: LocalProvider;
  readonly file: KeptFile;
  readonly row: ListRow | undefined;
  /** It may be asked for: the source is set up and the browser allows its host. */
  readonly open: boolean;
}

const running = new WeakMap<Context, Map<string, Promise<void>>>();

/** Every list of the sources that are switched on. */
async function keptFiles(ctx: Context, sources: readonly SourceInUse[]): Promise<readonly Kept[]> {
  const db = await ctx.db();
  const files = sources.flatMap(({ provider, settings }) =>
    isLocal(provider) ? (provider.files?.(settings) ?? []).map((file) => ({ provider, settings, file })) : [],
  );
  return Promise.all(
    files.map(async ({ provider, settings, file }) => ({
      provider,
      file,
      row: await db.get('lists', [provider.id, file.name]),
      open:
        provider.missing(settings) === null &&
        (isShipped(file) || (await ctx.deps.contains(patternOf(file.url)))),
    })),
  );
}

/**
 * Downloads what is due, one list after the other; one that is being downloaded already is not asked for again. Failures
 * are stored beside the list, and the copy at hand stays.
 */
export async function refreshDue(ctx: Context): Promise<void> {
  for (const kept of await keptFiles(ctx, await ctx.setup.sources())) {
    if (kept.open && dueAt(kept.row, kept.file, ctx.now()) <= ctx.now()) await refresh(ctx, kept);
  }
}

/** Asks for the lists of one source now, as far as their publisher allows; how many requests that took. */
export async function refreshSource(ctx: Context, source: SourceInUse) {
  let requests = 0;
  for (const kept of await keptFiles(ctx, [source])) {
    if (isShipped(kept.file)) {
      if (!hasCopy(kept.row, kept.file)) await refresh(ctx, kept);
      continue;
    }
    const { triedAt = 0, failure } = kept.row?.origin ?? {};
    const free = Math.max(triedAt + kept.file.atMost, failure?.retryAt ?? 0);
    const moved = kept.row?.origin?.url !== kept.file.url;
    if (!kept.open || (!moved && free > ctx.now())) continue;
    await refresh(ctx, kept);
    requests += 1;
  }
  return { requests, states: await statesOf(ctx, [source]) };
}

/** When the next list is due; Infinity when none is. */
export async function nextRefresh(ctx: Context): Promise<number> {
  const all = await keptFiles(ctx, await ctx.setup.sources());
  return Math.min(
    Infinity,
    ...all.filter(({ open }) => open).map(({ row, file }) => dueAt(row, file, ctx.now())),
  );
}

/** What is kept, for the options page and the diagnosis. */
export const fileStates = async (ctx: Context): Promise<readonly FileState[]> =>
  statesOf(ctx, await ctx.setup.sources());

async function statesOf(ctx: Context, sources: readonly SourceInUse[]): Promise<readonly FileState[]> {
  const now = ctx.now();
  return (await keptFiles(ctx, sources)).map((kept) => stateOf(kept, now));
}

function stateOf({ provider, file, row, open }: Kept, now: number): FileState {
  const why = row?.origin?.url === file.url ? row.origin.failure?.message : undefined;
  const copy = hasCopy(row, file);
  const due = dueAt(row, file, now);
  return {
    provider: provider.id,
    name: file.name,
    url: file.url,
    entries: copy ? row.entries : 0,
    skipped: copy ? row.skipped : 0,
    fetchedAt: copy ? (row.origin?.fetchedAt ?? null) : null,
    nextAt: open && Number.isFinite(due) ? due : null,
    old: copy && isOld(row, file, now),
    ...(why === undefined ? {} : { why }),
  };
}

function refresh(ctx: Context, { provider, file, row }: Kept): Promise<void> {
  const all = running.get(ctx) ?? new Map<string, Promise<void>>();
  running.set(ctx, all);
  const name = `${provider.id} ${file.name}`;
  const now = all.get(name) ?? download(ctx, provider, file, row).finally(() => all.delete(name));
  all.set(name, now);
  return now;
}
