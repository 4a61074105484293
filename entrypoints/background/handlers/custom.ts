import { customId, examples, parseCustomSource } from '../../../lib/custom';
import { ok } from '../../../lib/core/failure';
import type { Engine } from '../../../lib/engine';
import { forgetSecrets } from '../../../lib/vault';
import { changeConfiguration, configuration } from '../configuration';
import { withoutDescribed } from '../every-source';
import type { Handlers } from '../router';
import { tryCustom } from '../try-custom';

type CustomHandlers = Pick<Handlers, 'custom.get' | 'custom.save' | 'custom.remove' | 'custom.try'>;

/** Sources that are described instead of programmed. */
export function customHandlers(engine: Engine): CustomHandlers {
  return {
    'custom.get': async () => {
      const { customSources } = await configuration();
      const sources = customSources.map((document) => ({
        id: document.id,
        name: document.name,
        text: `${JSON.stringify(document, null, 2)}\n`,
      }));
      return ok({ sources, examples });
    },

    'custom.save': async ({ text }) => {
      const parsed = parseCustomSource(text);
      if (!parsed.ok) return parsed;
      const saved = parsed.value;
      await changeConfiguration((now) => {
        const known = now.customSources.some(({ id }) => id === saved.id);
        const customSources = known
          ? now.customSources.map((document) => (document.id === saved.id ? saved : document))
          : [...now.customSources, saved];
        return { ...now, customSources };
      });
      return ok(saved.id);
    },

    'custom.remove': async ({ id }) => {
      await changeConfiguration((now) => withoutDescribed(now, id));
      await forgetSecrets(customId({ id }));
      return ok({});
    },

    'custom.try': ({ text, value }) => tryCustom(engine, text, value),
  };
}
