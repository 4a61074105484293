import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { find } from '../../lib/ioc';

const lines = (name: string): string[] =>
  readFileSync(new URL(`cases/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

const found = (text: string): string =>
  find(text)
    .map(({ kind, value }) => `${kind} ${value}`)
    .join(' | ');

/** A line is a text, an arrow, and what it holds: `kind value`, several parted by a bar, nothing when it holds nothing. */
const cases = (name: string): (readonly [string, string])[] =>
  lines(name).map((line) => {
    const arrow = line.lastIndexOf(' =>');
    return [line.slice(0, arrow), line.slice(arrow + 3).trim()];
  });

for (const name of ['urls', 'hosts', 'addresses', 'others']) {
  test.each(cases(name))(`${name}: %s`, (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  test.each(cases(name))(`${name} in the middle of a sentence and of a text: %s`, (text, expected) => {
    expect(found(`first line\n${text}\nlast line`)).toBe(expected);
  });
}

test.each(lines('nothing'))('nothing is found in: %s', (text) => {
  expect(found(text)).toBe('');
});
