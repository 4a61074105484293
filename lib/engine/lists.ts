import { keyOf } from '../core/enrichment';
import type { ListState } from '../screens';
import type { Context } from './context';
import { atomically } from './db';
import type { ListEntry } from './engine';

/** Replaces the list of that name, in one transaction: a half-imported list never answers. */
export async function importList(
  ctx: Context,
  { name, level }: Omit<ListState, 'entries' | 'importedAt'>,
  entries: readonly ListEntry[],
): Promise<ListState> {
  const importedAt = ctx.now();
  const rows = new Map(
    entries.map(({ ioc, level: own, note }) => {
      const key = keyOf(ioc);
      return [key, { key, list: name, level: own ?? level, note, importedAt }] as const;
    }),
  );
  const state = { name, level, entries: rows.size, importedAt };
  await atomically(await ctx.db(), ['lists', 'entries'], async (tx) => {
    const old = await tx.objectStore('entries').index('list').getAllKeys(name);
    for (const key of old) void tx.objectStore('entries').delete(key);
    for (const row of rows.values()) void tx.objectStore('entries').put(row);
    await tx.objectStore('lists').put(state);
  });
  ctx.feed.changed([...rows.keys()]);
  return state;
}

/** Forgets a list. */
export async function removeList(ctx: Context, name: string): Promise<void> {
  const old = await atomically(await ctx.db(), ['lists', 'entries'], async (tx) => {
    const old = await tx.objectStore('entries').index('list').getAllKeys(name);
    for (const key of old) void tx.objectStore('entries').delete(key);
    await tx.objectStore('lists').delete(name);
    return old;
  });
  ctx.feed.changed(old.map(([key]) => key));
}

export async function readLists(ctx: Context): Promise<readonly ListState[]> {
  return (await ctx.db()).getAll('lists');
}
