import type { Attention } from '../core/attention';
import type { Context } from './context';

/** What only a person can settle: Investigations that are held or could not be filed, and a disk that is full. */
export async function readAttention(ctx: Context): Promise<Attention> {
  const index = (await ctx.db()).transaction('outbox').store.index('state');
  const [held, failed] = await Promise.all([index.count('held'), index.getAll('failed')]);
  const [first] = failed;
  return {
    held,
    unfiled:
      first === undefined
        ? null
        : { count: failed.length, key: first.key, why: first.failure?.message ?? 'It was not filed.' },
    trouble: ctx.trouble.words(),
  };
}
