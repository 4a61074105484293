import type { Company, Task } from './company';
import type { Context } from './context';
import { persist } from './persist';
import { type Ending, settleAll } from './settle';

/** How one step ends. */
export interface Ended {
  readonly task: Task;
  readonly ending: Omit<Ending, 'provider'>;
}

/** Writes how steps end, in one transaction, and tells. A step without an ending only finds out how its run stands. */
export async function end(
  ctx: Context,
  company: Company,
  ended: readonly (Ended | { readonly task: Task; readonly ending?: undefined })[],
): Promise<void> {
  if (ended.length === 0) return;
  const parts = ended.map(({ task, ending }) => ({
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
