import { compile, type JSONValue, TreeInterpreter } from '@jmespath-community/jmespath';
import { fail, ok, type Result } from '../core/failure';

/**
 * Functions an expression may call. Left out: what makes a small answer huge (padding, replacing, joining of lists made on
 * the way) and what names object keys from data.
 */
const functions = new Set(
  (
    'abs avg ceil contains ends_with find_first find_last floor join keys length lower map max max_by min min_by not_null ' +
    'reverse sort sort_by split starts_with sum to_array to_number to_string type upper values'
  ).split(' '),
);
/** Nodes that look at the whole answer from within: with them, time would grow with its square. */
const outward = new Set(['Root', 'LetExpression', 'Variable']);
/** An expression that is longer is a program. */
const longest = 500;
/** Lists and objects made on the way may repeat the answer: items multiplied over all of them. */
const mostCopies = 64;
/** Steps that lay such copies end to end. */
const mostJoins = 2;

/**
 * Why an expression cannot be used, in words; null when it can. An expression is data that somebody shared, so what could
 * hold up the browser is refused before it is evaluated.
 */
export function expressionProblem(expression: string): string | null {
  if (expression.trim() === '') return 'Write an expression, or leave the field out.';
  if (expression.length > longest) return `At most ${longest} characters.`;
  let tree: unknown;
  try {
    tree = compile(expression);
  } catch (error) {
    return `Not a JMESPath expression: ${error instanceof Error ? error.message : 'it cannot be read'}.`;
  }
  let [copies, joins] = [1, 0];
  for (const node of nodesOf(tree)) {
    if (outward.has(node.type)) return '“$”, “let” and variables are not taken here.';
    if (node.type === 'Field' && node['name'] === '__proto__') return 'There is no member __proto__.';
    if (node.type === 'Function' && !functions.has(String(node['name'])))
      return `The function ${String(node['name'])} is not taken here.`;
    if (node.type === 'MultiSelectList' || node.type === 'MultiSelectHash')
      copies *= Math.max(1, (node['children'] as unknown[]).length);
    if (node.type === 'Flatten' || (node.type === 'Function' && node['name'] === 'join')) joins += 1;
  }
  if (copies > mostCopies) return 'It repeats the answer too often. Use fewer lists in brackets.';
  return joins > mostJoins && copies > 1 ? 'It lays repeated parts end to end too often.' : null;
}

/** What an expression yields from an answer; JMESPath's `null` where there is nothing. */
export function evaluate(expression: string, answer: unknown): Result<unknown> {
  const problem = expressionProblem(expression);
  if (problem !== null) return fail('rejected', problem);
  try {
    const found = TreeInterpreter.search(compile(expression), answer as JSONValue);
    // A member that the answer lacks may be one that every object inherits ("constructor").
    return ok(JSON.parse(JSON.stringify(found) ?? 'null'));
  } catch (error) {
    return fail('bad-answer', error instanceof Error ? error.message : 'It could not be evaluated.');
  }
}

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Every node of a tree, whatever its shape: what a literal holds is data, no node. */
function nodesOf(tree: unknown): Node[] {
  const [found, open] = [[] as Node[], [tree]];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (typeof at !== 'object' || at === null) continue;
    if (!Array.isArray(at) && 'type' in at && typeof at.type === 'string') found.push(at as Node);
    if (!('type' in at && at.type === 'Literal'))
      open.push(...Object.values(at).filter((part) => part !== undefined));
  }
  return found;
}
