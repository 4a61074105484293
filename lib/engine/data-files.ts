import type { AskedProvider, DataFile } from '../core/plugin';
import type { Context } from './context';
import { patternOf } from '../core/origin-pattern';
import type { FileRow } from './rows';

/** Milliseconds after a failed refresh before the next. */
const pause = 3_600_000;
const largest = 16 * 1024 * 1024;
const refreshing = new WeakMap<Context, Map<string, number>>();

/**
 * The data files of a source: the newest stored copy, else the snapshot. One that is older than its `maxAge` is fetched
 * beside; the lookup that noticed does not wait for it, and a failure keeps the old copy.
 */
export async function filesOf(
  ctx: Context,
  provider: AskedProvider,
  settings: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const files = provider.files?.(settings) ?? [];
  const db = await ctx.db();
  const pairs = await Promise.all(
    files.map(async (file) => {
      const stored = await db.get('files', file.url);
      if (stored === undefined || stored.fetchedAt + file.maxAge <= ctx.now()) {
        void refresh(ctx, file, provider, stored);
      }
      return [file.name, stored?.value ?? file.snapshot] as const;
    }),
  );
  return Object.fromEntries(pairs);
}

async function refresh(
  ctx: Context,
  file: DataFile,
  provider: AskedProvider,
  stored: FileRow | undefined,
): Promise<void> {
  const tried = refreshing.get(ctx) ?? new Map<string, number>();
  refreshing.set(ctx, tried);
  const now = ctx.now();
  if ((tried.get(file.url) ?? -Infinity) + pause > now) return;
  tried.set(file.url, now);
  try {
    if (!provider.openToAll && !(await ctx.deps.contains(patternOf(file.url)))) return;
    const headers = {
      ...(stored?.etag ? { 'If-None-Match': stored.etag } : {}),
      ...(stored?.lastModified ? { 'If-Modified-Since': stored.lastModified } : {}),
    };
    const answer = await ctx.deps.send({ url: file.url, headers, maxBytes: largest });
    if (!answer.ok) return;
    const db = await ctx.db();
    if (answer.value.status === 304 && stored) await db.put('files', { ...stored, fetchedAt: ctx.now() });
    if (answer.value.status !== 200) return;
    const body = answer.value.json();
    if (!body.ok || !file.valid(body.value)) return;
    const { headers: told } = answer.value;
    const [etag, lastModified] = [told.get('ETag'), told.get('Last-Modified')];
    await db.put('files', { url: file.url, value: body.value, etag, lastModified, fetchedAt: ctx.now() });
  } catch {
    // The copy in hand stays in use; the next lookup after the pause tries again.
  }
}
