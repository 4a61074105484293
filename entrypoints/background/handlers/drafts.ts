import { fail, ok } from '../../../lib/core/failure';
import type { Engine } from '../../../lib/engine';
import type { Handlers } from '../router';

type DraftHandlers = Pick<Handlers, 'draft.get' | 'draft.save' | 'investigation.file' | 'held.file'>;

const noEnrichment = fail('missing', 'There is no Enrichment for this IOC yet. Enrich it first.');

/** Investigations that a person looks at before they are filed. */
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
    'investigation.file': async ({ key }) => {
      const filing = await engine.file(key);
      return filing === null ? noEnrichment : ok(filing);
    },
    'held.file': async () => ok(await engine.fileHeld()),
  };
}
