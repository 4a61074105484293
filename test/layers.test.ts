import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { areaOf, offences } from './layers';

const root = join(import.meta.dirname, '..');

const files = new Map(
  ['lib', 'entrypoints'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(root, path), readFileSync(path, 'utf8')] as const),
  ),
);

const pure = [...files].filter(([path]) => ['ioc', 'core', 'providers', 'trackers'].includes(areaOf(path)));

/** A source without its comments. */
const code = (source: string) => source.replace(/\/\*[^]*?\*\/|(?<!:)\/\/.*$/gm, '');

test('no file imports what its layer may not', () => {
  expect(files.size).toBeGreaterThan(50);
  expect(offences(files)).toEqual([]);
});

test('plug-ins and pure code reach for neither the browser nor the network', () => {
  const reaching = pure.filter(([, source]) =>
    /\b(?:browser|chrome)\.[a-z]|\bXMLHttpRequest\b/.test(code(source)),
  );
  expect(reaching.map(([path]) => path)).toEqual([]);
  const fetching = pure.filter(([, source]) => /(?<![.\w])fetch\(/.test(code(source))).map(([path]) => path);
  expect(fetching).toEqual(['lib/core/send.ts']);
});

test('the registry holds no logic', () => {
  expect(code(files.get('lib/registry.ts') ?? '')).not.toMatch(/=>|\bfunction\b|\bif\b|\bfor\b|\?/);
});

describe('the test itself sees', () => {
  const seen = (tree: Readonly<Record<string, string>>) => offences(new Map(Object.entries(tree)));

  test.each<[string, Record<string, string>, number]>([
    ['a core that imports the registry', { 'lib/core/a.ts': "import { x } from '../registry';" }, 1],
    ['a core that uses zod', { 'lib/core/a.ts': "import { z } from 'zod';" }, 1],
    ['a core that needs zod’s types alone', { 'lib/core/a.ts': "import type { z } from 'zod';" }, 0],
    ['an ioc that imports anything', { 'lib/ioc/a.ts': "import type { x } from '../core/a';" }, 1],
    ['a plug-in that imports its sibling', { 'lib/providers/a.ts': "import b from './b';" }, 1],
    ['a plug-in that imports a sibling’s parts', { 'lib/trackers/a.ts': "import b from './b/parts';" }, 1],
    [
      'a plug-in that imports its own parts',
      { 'lib/providers/a.ts': "import b from './a/b';\nimport c from './a-data/c.json';" },
      0,
    ],
    ['an engine that imports a provider', { 'lib/engine/a.ts': "import x from '../providers/a';" }, 1],
    ['an export from elsewhere', { 'lib/core/a.ts': "export * from '../engine/b';" }, 1],
    ['a late import', { 'lib/core/a.ts': "const x = await import('../engine/b');" }, 1],
    ['an import over several lines', { 'lib/core/a.ts': "import {\n  a,\n  b,\n} from '../engine/b';" }, 1],
    ['a file extension', { 'lib/core/a.ts': "import { b } from './b.ts';" }, 1],
    ['a new folder without a rule', { 'lib/new/a.ts': '' }, 1],
    [
      'a page that reaches zod through two others',
      {
        'lib/page/a.ts': "import { b } from '../ui/b';",
        'lib/ui/b.tsx': "import { c } from './c';",
        'lib/ui/c.ts': "import { z } from 'zod';",
      },
      // c may not import it; a, b and c reach it.
      4,
    ],
    [
      'a page that reaches only types of settings',
      { 'lib/page/a.ts': "import { b } from '../core/b';", 'lib/core/b.ts': "import type { z } from 'zod';" },
      0,
    ],
  ])('%s', (_, tree, count) => {
    expect(seen(tree)).toHaveLength(count);
  });
});
