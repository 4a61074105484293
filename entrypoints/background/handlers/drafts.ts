import { fail, ok } from '../../../lib/core/failure';
import type { Engine } from '../../../lib/engine';
import type { Handlers } from '../router';

type DraftHandlers = Pick<
  Handlers,
  'draft.get' | 'draft.save' | 'verdict.override' | 'investigation.file' | 'held.file' | 'attention'
>;

const noEnrichment = fail('missing', 'There is no Enrichment for this IOC yet. Enrich it first.');

/** What a person decides: verdicts of their own, and Investigations that are looked at before they are filed. */
export function draftHandlers(engine: Engine): DraftHandlers {
  return {
    'draft.get': async ({ key }) => {
      const state = await engine.draft(key);
      return state === null ? noEnrichment : ok(state);
    },
    'draft.save': async ({ key, title, body, priority }) => {
      await engine.saveDraft(key, { title, body, priority });
      return ok({});
    },
    'verdict.override': async ({ key, level, reason }) => {
      if (level !== null && reason.trim() === '') {
        return fail('rejected', 'A verdict of your own needs a reason. Write one line.');
      }
      await engine.override(key, level, reason.trim());
      return ok({});
    },
    'investigation.file': async ({ key }) => {
      const filing = await engine.file(key);
      return filing === null ? noEnrichment : ok(filing);
    },
    'held.file': async () => ok(await engine.fileHeld()),
    attention: async () => ok(await engine.attention()),
  };
}
