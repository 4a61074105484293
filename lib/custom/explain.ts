import type { Explained } from '../screens';
import type { CustomSource } from './document';
import { evaluate } from './expression';

const most = 400;

/** Each expression of a document beside what it yields: for the person who writes it. */
export function explain({ answer }: CustomSource, body: unknown): readonly Explained[] {
  const { valid, noRecord, level, summary, facts, tags, link, asOf } = answer;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['valid', valid],
    ['noRecord', noRecord],
    ['level', level],
    ['summary', summary],
    ...Object.entries(facts).map(([label, expression]) => [`facts.${label}`, expression] as const),
    ['tags', tags],
    ['link', link],
    ['asOf', asOf],
  ];
  return fields.flatMap(([field, expression]) => {
    if (expression === undefined) return [];
    const found = evaluate(expression, body);
    const yields = found.ok ? (JSON.stringify(found.value) ?? 'null') : found.failure.message;
    const short = yields.length > most ? `${yields.slice(0, most - 1)}…` : yields;
    return [{ field, expression, yields: short, wrong: !found.ok }];
  });
}
