import type { Issue } from './jira';

type Condition = (issue: Issue) => boolean;

const clause = /^\s*"?(\w+)"?\s*(!=|=|~|\bin\b)\s*("(?:\\.|[^"\\])*"|[\w-]+|\([^)]*\))\s*(?:AND\s+|$)/i;

/** The part of JQL that a search by label needs: clauses joined by AND, then ORDER BY. Null where it is wrong. */
export function jql(query: string): Condition | null {
  let rest = query.replace(/\s*ORDER\s+BY\s.*$/is, '').trim();
  const conditions: Condition[] = [];
  while (rest !== '') {
    const [all, field = '', operator = '', value = ''] = clause.exec(rest) ?? [];
    if (all === undefined) return null;
    const condition = compare(field.toLowerCase(), operator.toLowerCase(), unquote(value));
    if (!condition) return null;
    conditions.push(condition);
    rest = rest.slice(all.length);
  }
  return (issue) => conditions.every((condition) => condition(issue));
}

function compare(field: string, operator: string, value: string): Condition | null {
  const values = valuesOf[field];
  if (!values) return null;
  const one = (issue: Issue) => values(issue).some((held) => held.toLowerCase() === value.toLowerCase());
  if (operator === '=') return one;
  if (operator === '!=') return (issue) => !one(issue);
  if (operator === '~') {
    const wanted = value.replaceAll(/^"|"$/g, '').toLowerCase();
    return (issue) => values(issue).some((held) => held.toLowerCase().includes(wanted));
  }
  const list = value.slice(1, -1).split(',');
  const wanted = new Set(list.map((part) => unquote(part.trim()).toLowerCase()));
  return (issue) => values(issue).some((held) => wanted.has(held.toLowerCase()));
}

const valuesOf: Readonly<Record<string, (issue: Issue) => string[]>> = {
  project: ({ fields }) => [String((fields['project'] as { key: string }).key)],
  labels: ({ fields }) => (fields['labels'] ?? []) as string[],
  summary: ({ fields }) => [String(fields['summary'])],
  text: ({ fields }) => [String(fields['summary']), JSON.stringify(fields['description'] ?? '')],
  status: ({ status }) => [status],
  statuscategory: ({ status }) => [status],
  key: ({ key }) => [key],
};

const unquote = (text: string): string =>
  text.startsWith('"') ? text.slice(1, -1).replaceAll(/\\(.)/g, '$1') : text;
