import { z } from 'zod';
import { find } from '../ioc';
import { factsOf } from '../core/facts';
import type { ListEntry } from '../core/ioc-list-entry';
import { defineLocalProvider } from '../core/plugin';
import { answered, none } from '../core/reading';
import lists from './warning-lists/lists.json';

const kinds = ['domain', 'ipv4', 'ipv6', 'cidr', 'md5', 'sha1', 'sha256', 'sha512'] as const;

/** Which versions are in it: another set is read anew. */
const version = lists.map((list) => list.version).join('.');

export default defineLocalProvider({
  id: 'warning-lists',
  name: 'Warning lists',
  homepage: 'https://github.com/MISP/misp-warninglists',
  settings: z.object({}),
  origins: () => [],
  missing: () => null,
  kinds,
  discloses: { class: 'local', words: 'Come with Sightline. Nothing leaves, nothing is fetched.' },
  weight: 0.5,
  onByDefault: true,

  files: () => [
    {
      name: 'misp-warninglists',
      url: `https://github.com/MISP/misp-warninglists#${version}`,
      kinds,
      shipped: entries,
    },
  ],

  find(_, [hit]) {
    if (hit === undefined) return none('On no list of known good things.');
    const says = JSON.parse(hit.note) as unknown;
    const [list = '', what = ''] = Array.isArray(says) ? says.map(String) : [];
    return answered({
      level: 'benign',
      summary: `${what.charAt(0).toUpperCase()}${what.slice(1)}`,
      allows: `it is ${what}`,
      facts: factsOf({ List: list }),
    });
  },
});

function* entries(): Generator<ListEntry> {
  for (const { name, says, values } of lists) {
    const note = JSON.stringify([name, says]);
    for (const value of values) {
      const [only] = find(value);
      if (only === undefined || only.value !== value) continue;
      yield { ioc: { kind: only.kind, value }, note };
      if (name === 'moz-top500') yield { ioc: { kind: 'domain', value: `www.${value}` }, note };
    }
  }
}
