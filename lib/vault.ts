import { deleteRow, readRow, rowKeys, writeRow } from './settings-db';

/** The secrets of one plug-in, by field. */
export async function secretsOf(plugin: string): Promise<Record<string, string>> {
  const prefix = `${plugin}/`;
  const mine = (await rowKeys('vault')).filter((key) => key.startsWith(prefix));
  const pairs = await Promise.all(
    mine.map(async (key) => [key.slice(prefix.length), (await readRow('vault', key)) ?? ''] as const),
  );
  return Object.fromEntries(pairs);
}

/** Forgets every secret of a plug-in that is gone. */
export async function forgetSecrets(plugin: string): Promise<void> {
  for (const field of Object.keys(await secretsOf(plugin))) await keepSecret(plugin, field, '');
}

/** Keeps a secret; an empty one forgets it. */
export async function keepSecret(plugin: string, field: string, value: string): Promise<void> {
  const key = `${plugin}/${field}`;
  if (value === '') await deleteRow('vault', key);
  else await writeRow('vault', key, value);
}
