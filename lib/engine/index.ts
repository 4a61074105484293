import { createContext } from './context';
import { createBatchList } from './batch-list';
import { createConductor } from './conductor';
import { atomically } from './db';
import type { Deps } from './deps';
import type { Engine } from './engine';
import * as investigations from './investigations';
import { readPreview } from './preview';
import { readBudgets } from './read-budgets';
import { newestBatch, readBatch, storedBatch } from './read-batch';
import { forgetAll, readScratch, setHidden, writeScratch } from './keep';
import { readKnown } from './known';
import { fileStates } from './list-files';
import { importList, readLists, removeList } from './lists';
import { noteSeen } from './open-run';
import { setOverride } from './override';
import { readHistory, readListed } from './read-listed';
import { readReport } from './read-report';
import { readAttention } from './read-attention';
import { createShortList } from './short-list';
import { trySource } from './try-source';

export type { Deps, SourceInUse } from './deps';
export { systemClock } from './deps';
export type { Engine } from './engine';

/** The engine over its database. Make one for each life of the worker, then call `resume`. */
export function createEngine(deps: Deps): Engine {
  const ctx = createContext(deps);
  const conductor = createConductor(ctx);
  const { scheduler, filer, submitter } = conductor;
  const batchList = createBatchList(ctx);
  const tabList = createShortList(ctx);
  const report = (key: string) => readReport(ctx, key, scheduler);
  const shown = async (row: Awaited<ReturnType<typeof storedBatch>>) =>
    row === undefined ? null : readBatch(ctx, row, scheduler);

  return {
    resume: conductor.resume,
    onAlarm: conductor.onAlarm,
    reconsider: conductor.reconsider,
    onChange: (listener) => ctx.feed.onChange(listener),
    enrich: conductor.enrich,
    leave: conductor.leave,
    look: conductor.look,
    askAlso: conductor.askAlso,
    submit: conductor.submit,
    see: async (key, seen) => atomically(await ctx.db(), ['enrichments'], (tx) => noteSeen(tx, key, seen)),
    known: (iocs) => readKnown(ctx, iocs),
    listed: (iocs) => readListed(ctx, iocs),
    history: (before, limit) => readHistory(ctx, before, limit),
    report,
    enrichments: async () => (await ctx.db()).count('enrichments'),
    hide: (key, hidden) => setHidden(ctx, key, hidden),
    override: (key, level, reason) => setOverride(ctx, key, level, reason),
    preview: (iocs) => readPreview(ctx, iocs),
    startBatch: async (iocs, title) => readBatch(ctx, await conductor.startBatch(iocs, title), scheduler),
    batch: async (id) => shown(await storedBatch(ctx, id)),
    lastBatch: async () => shown(await newestBatch(ctx)),
    batchRows: batchList.rows,
    shortRows: tabList.rows,
    cancelBatch: conductor.cancelBatch,
    trySource: (source) => trySource(ctx, source),
    budgets: () => readBudgets(ctx),
    async draft(key) {
      const found = await report(key);
      return found === null ? null : investigations.readDraft(ctx, found);
    },
    saveDraft: (key, edits) => investigations.saveEdits(ctx, key, edits),
    async file(key) {
      const found = await report(key);
      if (found === null) return null;
      const filing = await conductor.during(() => investigations.queueByHand(ctx, found));
      void filer.pump(true);
      return filing;
    },
    async fileHeld() {
      const count = await conductor.during(() => investigations.queueHeld(ctx));
      void filer.pump(true);
      return count;
    },
    importList: (list, entries) => importList(ctx, list, entries),
    removeList: (name) => removeList(ctx, name),
    lists: () => readLists(ctx),
    files: () => fileStates(ctx),
    scratch: (name) => readScratch(ctx, name),
    setScratch: (name, text) => writeScratch(ctx, name, text),
    attention: () => readAttention(ctx),
    async deleteAll() {
      scheduler.clear();
      filer.stop();
      submitter.stop();
      await forgetAll(ctx);
      batchList.forget();
      tabList.forget();
      await conductor.rest();
    },
  };
}
