import type { Context } from './context';
import { atomically, storeNames } from './db';

/** Text that outlives a closed popup. */
export async function readScratch(ctx: Context, name: string): Promise<string> {
  return (await (await ctx.db()).get('scratch', name)) ?? '';
}

export async function writeScratch(ctx: Context, name: string, text: string): Promise<void> {
  const db = await ctx.db();
  if (text === '') await db.delete('scratch', name);
  else await db.put('scratch', text, name);
}

export async function setHidden(ctx: Context, key: string, hidden: boolean): Promise<void> {
  const db = await ctx.db();
  if (hidden) await db.put('hidden', true, key);
  else await db.delete('hidden', key);
  ctx.feed.changed([key]);
}

/** Empties every store, in one transaction. */
export async function forgetAll(ctx: Context): Promise<void> {
  await atomically(await ctx.db(), storeNames, async (tx) => {
    for (const name of storeNames) await tx.objectStore(name).clear();
  });
}
