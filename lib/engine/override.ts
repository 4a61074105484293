import { overridden } from '../core/override';
import type { Level } from '../core/verdict';
import type { Context } from './context';
import { atomically } from './db';

/** Writes the analyst's own verdict over that of the last closed run, or brings the sources' back. */
export async function setOverride(
  ctx: Context,
  key: string,
  level: Level | null,
  reason: string,
): Promise<void> {
  await atomically(await ctx.db(), ['enrichments', 'runs'], async (tx) => {
    const row = await tx.objectStore('enrichments').get(key);
    if (row === undefined) return;
    const { override: _, verdict: __, ...rest } = row;
    const run = row.closedRun === undefined ? undefined : await tx.objectStore('runs').get(row.closedRun);
    const override = level === null ? undefined : { level, reason, at: ctx.now() };
    const verdict = run?.verdict && overridden(run.verdict, override);
    await tx.objectStore('enrichments').put({
      ...rest,
      level: verdict?.level ?? level,
      ...(verdict === undefined ? {} : { verdict }),
      ...(override === undefined ? {} : { override }),
    });
  });
  ctx.feed.changed([key]);
}
