import { z } from 'zod';
import { kinds } from '../ioc';
import { defineLocalProvider } from '../core/plugin';
import { answered, none } from '../core/reading';
import { levels } from '../core/verdict';

export default defineLocalProvider({
  id: 'local-lists',
  name: 'Your lists',
  homepage: 'https://oasis-open.github.io/cti-documentation/stix/intro',
  settings: z.object({}),
  origins: () => [],
  missing: () => null,
  kinds,
  discloses: { class: 'local', words: 'Looked up in this browser. Nothing leaves.' },
  weight: 1,
  onByDefault: true,

  find(_, hits) {
    // The most urgent entry speaks; among equals the newest import.
    const ranked = [...hits].sort(
      (a, b) => levels.indexOf(b.level) - levels.indexOf(a.level) || b.importedAt - a.importedAt,
    );
    const [worst] = ranked;
    if (!worst) return none('In none of your lists.');
    return answered({
      level: worst.level,
      ...(worst.level === 'benign' ? { allows: `it is on your list ${worst.list}` } : {}),
      summary: worst.note === '' ? `In ${worst.list}` : `In ${worst.list}: ${worst.note}`,
      facts: ranked.slice(0, 20).map(({ list, level, note }) => ({
        label: list,
        value: note === '' ? level : `${level}: ${note}`,
      })),
    });
  },
});
