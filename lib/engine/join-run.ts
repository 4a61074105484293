import type { Context } from './context';
import { atomically, type WriteTx } from './db';
import { undropped } from './dropped';
import type { RunRow } from './rows';

/** Who joins a run: how urgent it is to them, and on whose behalf. */
interface Joining extends Pick<RunRow, 'rank' | 'batch' | 'pages'> {
  readonly now: number;
}

/** Somebody else wants it too: neither the batch nor the page that opened it may drop it, and what they dropped is asked. */
export async function join(tx: WriteTx<'runs'>, run: RunRow, by: Joining): Promise<RunRow> {
  const { batch, pages, cancelled: _, ...rest } = run;
  const joined: RunRow = {
    ...rest,
    ...(batch !== undefined && batch === by.batch ? { batch } : {}),
    ...(pages !== undefined && pages === by.pages ? { pages } : {}),
    rank: by.rank < run.rank ? by.rank : run.rank,
    steps: run.steps.map((step) => undropped(step, by.now)),
  };
  await tx.objectStore('runs').put(joined);
  return joined;
}

/** The runs in progress of these that only pages asked for, in this life of the worker. */
export async function runsOfPages(ctx: Context, keys: readonly string[]): Promise<readonly RunRow[]> {
  const tx = (await ctx.db()).transaction(['enrichments', 'runs']);
  const runs = await Promise.all(
    keys.map(async (key) => {
      const known = await tx.objectStore('enrichments').get(key);
      return known && tx.objectStore('runs').get(known.newestRun);
    }),
  );
  return runs.filter((run) => run !== undefined).filter(({ open, pages }) => open && pages === ctx.life);
}

/** A person looks at a run that pages asked for. Null where it has closed. */
export async function joinRun(ctx: Context, id: number): Promise<RunRow | null> {
  return atomically(await ctx.db(), ['runs'], async (tx) => {
    const run = await tx.objectStore('runs').get(id);
    return run?.open === undefined ? null : join(tx, run, { rank: 0, now: ctx.now() });
  });
}
