import { isLocal } from '../core/plugin';
import { cached } from './cache';
import type { Company, Task } from './company';
import type { Context } from './context';
import { persist } from './persist';
import { type Ending, settleAll } from './settle';
import { askedAbout } from './subject';

/** How one step ends. */
export interface Ended {
  readonly task: Task;
  readonly ending: Omit<Ending, 'provider'>;
}

/** A step without an ending only finds out how its run stands. */
type Maybe = Ended | { readonly task: Task; readonly ending?: undefined };

/** Asked again in vain: what the source said before stays, while it is fresh, and says that it could not be asked. */
async function keepOld(ctx: Context, one: Maybe): Promise<Maybe> {
  const { task, ending } = one;
  if (task.since === undefined || ending === undefined || !('failure' in ending.outcome)) return one;
  const source = (await ctx.setup.sources()).find(({ provider }) => provider.id === task.provider);
  if (source === undefined || isLocal(source.provider)) return one;
  const about = askedAbout(task.ioc, source.provider);
  const tx = (await ctx.db()).transaction('cache');
  const old = await cached(tx, about, task.provider, source.version, ctx.now());
  if (old?.state !== 'answered' && old?.state !== 'no-record') return one;
  const { waits: _, ...rest } = ending;
  const { failure, at } = ending.outcome;
  return { task, ending: { ...rest, outcome: { ...old, vain: { failure, at } } } };
}

/** Writes how steps end, in one transaction, and tells. */
export async function end(ctx: Context, company: Company, ended: readonly Maybe[]): Promise<void> {
  if (ended.length === 0) return;
  const kept = await Promise.all(ended.map((one) => keepOld(ctx, one)));
  const parts = kept.map(({ task, ending }) => ({
    run: task.run,
    ioc: task.ioc,
    endings: ending === undefined ? [] : [{ provider: task.provider, ...ending }],
  }));
  const settled = await persist(ctx, () => settleAll(ctx, parts));
  for (const [at, { task }] of ended.entries()) {
    const how = settled[at];
    if (how !== undefined) company.told(task, { is: 'done', settled: how });
  }
}
