import { openAddress } from '../core/address';
import { under } from '../core/base-url';
import { type AskedProvider, defineProvider, type Disclosure } from '../core/plugin';
import type { CustomSource } from './document';
import { readAnswer } from './read';
import { requestOf } from './request';
import { missingIn, type Settings, settingsOf } from './settings';
import { filledPath } from './template';

const sees: Readonly<Record<CustomSource['discloses'], string>> = {
  private: 'Your own system: sees the IOC.',
  passive: 'Somebody else’s system: sees the IOC.',
  public: 'Anybody may see the IOC.',
};

/** The id that keys a described source's settings, cache rows and runs: never that of a built-in one. */
export const customId = ({ id }: Pick<CustomSource, 'id'>): string => `custom-${id}`;

/** A described source as the engine asks any other. */
export function customProvider(document: CustomSource): AskedProvider {
  const { kinds, name, page, discloses, maxTlp, limits, fresh, onDemand } = document;
  const disclosure: Disclosure = { class: discloses, words: sees[discloses] };
  return defineProvider({
    id: customId(document),
    name,
    homepage: document.homepage ?? '',
    settings: settingsOf(document),
    origins: (settings) => openAddress.origins(settings as Settings),
    missing: (settings) => missingIn(document, settings as Settings),
    kinds,
    discloses: disclosure,
    weight: document.answer.level === undefined ? 0 : document.weight,
    onByDefault: false,
    // A team's own system may see what the team marks.
    maxTlp: maxTlp ?? (discloses === 'private' ? 'red' : 'green'),
    limits: limits.map(({ requests, per }) => ({
      requests,
      per: typeof per === 'number' ? per * 1000 : per,
    })),
    together: document.together,
    ...(onDemand ? { scarce: true } : {}),
    fresh: { found: fresh.found * 1000, none: fresh.none * 1000 },
    request: (ioc, { settings }) => requestOf(document, ioc, settings as Settings),
    read: (answer, ioc, { now }) => readAnswer(document, answer, ioc, now),
    link: (ioc, settings) =>
      page === undefined
        ? (document.homepage ?? (settings as Settings).baseUrl)
        : under((settings as Settings).baseUrl, filledPath(page, ioc)),
    sample: document.sample,
  });
}
