import { posix } from 'node:path';

interface Rule {
  /** Areas whose code it may import. */
  readonly code: readonly string[];
  /** Areas of which it may import types alone. */
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
  readonly packageTypes?: readonly string[];
  /** What must not be reached through any chain of imports. */
  readonly never?: readonly string[];
}

const screen: Rule = {
  code: ['ui', 'messages', 'core', 'ioc'],
  types: ['screens'],
  packages: ['preact', 'preact/hooks', '@preact/signals', 'webextension-polyfill'],
  never: ['zod', 'engine', 'registry', 'settings', 'vault'],
};
const plugin: Rule = { code: ['core', 'ioc'], packages: ['zod'] };
/** Sources may decode protocol buffers and hash at once: Safe Browsing is asked by hash prefix. */
const provider: Rule = { ...plugin, packages: ['zod', 'pbf', '@noble/hashes/sha2.js'] };
const words: Rule = { code: [], types: ['core', 'ioc', 'screens'] };
const store: Rule = {
  code: ['core', 'custom', 'settings-db'],
  packages: ['zod', 'idb', 'webextension-polyfill'],
};

/** Who may import what: the layers of the project. An area is a folder (or a file) of `lib/`, or an entrypoint. */
const rules: Readonly<Record<string, Rule>> = {
  ioc: { code: [] },
  core: { code: ['ioc'], packageTypes: ['zod'] },
  providers: provider,
  trackers: plugin,
  /** Sources that are described instead of programmed. */
  custom: { code: ['core', 'ioc'], types: ['screens'], packages: ['zod', '@jmespath-community/jmespath'] },
  consoles: { code: [], types: ['core'], packages: ['zod'] },
  registry: { code: ['providers', 'trackers'], types: ['core'] },
  engine: {
    code: ['core', 'ioc'],
    types: ['screens', 'messages'],
    packages: ['idb', 'tldts', 'webextension-polyfill'],
    never: ['registry'],
  },
  messages: words,
  screens: words,
  settings: store,
  'settings-db': store,
  vault: store,
  ui: screen,
  page: {
    code: ['ioc', 'core', 'ui', 'messages'],
    types: ['screens'],
    packages: ['preact', 'preact/hooks'],
    never: [
      'zod',
      'webextension-polyfill',
      'settings',
      'vault',
      'engine',
      'registry',
      'providers',
      'trackers',
    ],
  },
  'entrypoints/background': {
    code: [
      'core',
      'ioc',
      'consoles',
      'custom',
      'engine',
      'registry',
      'messages',
      'settings',
      'settings-db',
      'vault',
    ],
    types: ['screens'],
    packages: ['webextension-polyfill', 'zod', 'wxt/utils/define-background'],
    never: ['ui', 'page'],
  },
  'entrypoints/lines': { code: ['page'], packages: ['wxt/utils/define-unlisted-script'] },
  'entrypoints/front': { code: ['page'], packages: ['wxt/utils/define-unlisted-script'] },
  /** What most frames never show comes by itself, in the front script: the components, above all. */
  'entrypoints/page': {
    code: ['page', 'core', 'ioc', 'messages'],
    packages: ['wxt/utils/define-unlisted-script'],
    never: [
      'preact',
      'zod',
      'webextension-polyfill',
      'settings',
      'vault',
      'engine',
      'registry',
      'providers',
      'trackers',
    ],
  },
  'entrypoints/popup': screen,
  'entrypoints/sidepanel': screen,
  'entrypoints/options': screen,
};

interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

const statement =
  /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

function importsOf(path: string, source: string): Import[] {
  return [...source.matchAll(statement)].map(([, type, from, dynamic]) => {
    const target = from ?? dynamic ?? '';
    const relative = target.startsWith('.') ? posix.join(posix.dirname(path), target) : target;
    return { target: relative, typeOnly: type !== undefined };
  });
}

export function areaOf(path: string): string {
  const [top = '', second = ''] = path.replace(/\.(tsx?|json|css)$/, '').split('/');
  if (top === 'entrypoints') return `entrypoints/${second}`;
  return top === 'lib' ? second : path;
}

/** A plug-in's own files: `lib/providers/rdap.ts`, `lib/providers/rdap/…`, `lib/providers/rdap-bootstrap/…`. */
const pluginOf = (path: string): string => path.split('/')[2]?.replace(/\.tsx?$/, '') ?? '';

const own = (from: string, target: string): boolean => {
  const [one, other] = [pluginOf(from), pluginOf(target)];
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
};

/** Each import that the rules forbid, in words. `files` maps paths (`lib/core/tlp.ts`) to sources. */
export function offences(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const graph = new Map([...files].map(([path, source]) => [path, importsOf(path, source)]));
  for (const [path, imports] of graph) {
    const area = areaOf(path);
    const rule = rules[area];
    if (!rule) {
      found.push(`${path}: no rule for ${area}`);
      continue;
    }
    for (const { target, typeOnly } of imports) {
      const verdict = problem(path, area, rule, target, typeOnly);
      if (verdict) found.push(`${path}: ${verdict} ${target}`);
    }
    const reached = reach(path, graph);
    for (const never of rule.never ?? []) if (reached.has(never)) found.push(`${path}: reaches ${never}`);
  }
  return found;
}

function problem(path: string, area: string, rule: Rule, target: string, typeOnly: boolean): string | null {
  const local = /^(?:lib|entrypoints)\//.test(target);
  if (!local) {
    const allowed = [...(rule.packages ?? []), ...(typeOnly ? (rule.packageTypes ?? []) : [])];
    return allowed.includes(target) || /\.css(\?inline)?$/.test(target) ? null : 'may not import the package';
  }
  if (path.startsWith('lib/') && /\.tsx?$/.test(target)) return 'names the file extension of';
  const other = areaOf(target);
  if (other === area) {
    return (rule === plugin || rule === provider) && !own(path, target) ? 'may not import its sibling' : null;
  }
  const allowed = [...rule.code, ...(typeOnly ? (rule.types ?? []) : [])];
  return allowed.includes(other) ? null : 'may not import';
}

/** Areas and packages whose code ends up wherever this file's code does. */
function reach(start: string, graph: ReadonlyMap<string, readonly Import[]>): Set<string> {
  const [reached, seen, open] = [new Set<string>(), new Set<string>(), [start]];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const { target, typeOnly } of graph.get(path) ?? []) {
      if (typeOnly) continue;
      reached.add(/^(?:lib|entrypoints)\//.test(target) ? areaOf(target) : target);
      open.push(...['.ts', '.tsx', '/index.ts'].map((end) => target + end).filter((file) => graph.has(file)));
    }
  }
  return reached;
}
