import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { evaluate, expressionProblem } from '../../lib/custom/expression';

const answer = { score: 81, list: [{ n: 'a' }, { n: 'b' }], empty: [] };

test.each([
  ["score >= `80` && 'malicious' || 'unknown'", 'malicious'],
  ['list[*].n', ['a', 'b']],
  ["join(', ', list[].n)", 'a, b'],
  ['length(empty) == `0`', true],
  ['nothing.at.all', null],
  ['constructor', null],
  ['list[0].toString', null],
])('%s', (expression, value) => {
  expect(evaluate(expression, answer)).toEqual({ ok: true, value });
});

test('what cannot be evaluated is a failure with words', () => {
  expect(evaluate('length(score)', answer)).toMatchObject({ ok: false, failure: { code: 'bad-answer' } });
});

describe('an expression that could hold up the browser is refused', () => {
  it.each([
    ['doubling again and again', Array.from({ length: 20 }, () => '[@,@][]').join(' | ')],
    ['copies within copies', Array.from({ length: 20 }, () => '[@,@]').join(' | ')],
    ['padding', "pad_left('a', `999999999`)"],
    ['replacing', "replace(@, 'a', 'aaaa')"],
    ['names from data', 'from_items(@)'],
    ['the square of the answer', 'list[?contains($.list, @)]'],
    ['variables', 'let $a = list in $a[?$a]'],
    ['a program', 'a'.repeat(501)],
    ['what no answer has', 'a.__proto__'],
    ['nothing', ' '],
  ])('%s', (_, expression) => {
    expect(expressionProblem(expression)).toMatch(/\w/);
  });
});

test('any text is taken or refused in words, never thrown', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.jsonValue(), (expression, data) => {
      const found = evaluate(expression, data);
      expect(typeof found.ok).toBe('boolean');
    }),
  );
});
