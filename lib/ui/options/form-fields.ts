/** One field of a plug-in's settings, read from its JSON Schema. */
export interface FormField {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'text' | 'secret' | 'number' | 'switch' | 'choice' | 'lines';
  readonly choices: readonly string[];
  readonly least?: number;
  readonly most?: number;
  /** What holds when nothing was set; shown, never sent. */
  readonly byDefault: unknown;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** `perMinute` becomes "Per minute", for a field that names no title. */
const spelled = (name: string): string => {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** "string or empty" is a union in JSON Schema; the first branch that is not a constant tells the type. */
function core(node: Node): Node {
  const branches = Array.isArray(node['anyOf']) ? node['anyOf'].filter(isNode) : [];
  const plain = branches.find((branch) => !('const' in branch) && branch['type'] !== 'null');
  return plain === undefined ? node : { ...plain, ...node };
}

/** A number JSON Schema states only because the language has an end is no limit for people. */
const limit = (value: unknown): number | undefined =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined;

function fieldOf(name: string, raw: Node): FormField | null {
  const node = core(raw);
  const choices = strings(node['enum']);
  const least = limit(node['minimum']);
  const most = limit(node['maximum']);
  const type = typeOf(node, choices);
  if (type === null) return null;
  return {
    name,
    title: text(node['title']) || spelled(name),
    description: text(node['description']),
    type,
    choices,
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    byDefault: node['default'],
  };
}

function typeOf(node: Node, choices: readonly string[]): FormField['type'] | null {
  if (node['secret'] === true) return 'secret';
  if (choices.length > 0) return 'choice';
  switch (node['type']) {
    case 'string':
      return 'text';
    case 'boolean':
      return 'switch';
    case 'number':
    case 'integer':
      return 'number';
    case 'array':
      return isNode(node['items']) && node['items']['type'] === 'string' ? 'lines' : null;
    default:
      return null;
  }
}

/**
 * The fields of a form, in the order of the schema.
 * @param schema JSON Schema of an object (`z.toJSONSchema`); anything else has no fields
 */
export function fieldsOf(schema: unknown): readonly FormField[] {
  if (!isNode(schema) || !isNode(schema['properties'])) return [];
  return Object.entries(schema['properties']).flatMap(([name, node]) => {
    const field = isNode(node) ? fieldOf(name, node) : null;
    return field === null ? [] : [field];
  });
}

/** What a field shows: the setting, or what holds without one. */
export function shownValue(field: FormField, settings: Readonly<Record<string, unknown>>): string {
  const value = settings[field.name] ?? field.byDefault;
  if (Array.isArray(value)) return value.join('\n');
  return value === undefined || value === null ? '' : String(value);
}

/** What was typed as the value to save; null where it is no number. */
export function typedValue(field: FormField, typed: string): unknown {
  if (field.type === 'lines') return linesOf(typed);
  if (field.type !== 'number') return typed.trim();
  const number = Number(typed);
  return typed.trim() === '' || !Number.isFinite(number) ? null : number;
}

/** One entry a line (or after a comma), blanks left out. */
export const linesOf = (typed: string): readonly string[] =>
  typed
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter(Boolean);
