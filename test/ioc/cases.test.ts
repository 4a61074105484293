import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { find } from '../../lib/ioc';

const folder = new URL('cases/', import.meta.url);

interface Case {
  readonly text: string;
  readonly expected: string;
}

/**
 * A line is a text, an arrow, and what the text holds: `kind value`, several parted by a bar, nothing when it holds nothing. In
 * `nothing.txt` there are no arrows. `⏎` and `⇥` stand for a line break and a tab. A line that starts with `# ` in the list of
 * known misses is a reason. The `field-` topics were written without a look at the detector, to see how it does on texts that
 * nobody had tried: docs/detection.md has the result.
 */
const readCases = (file: URL, hasArrows = true): Case[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const arrow = hasArrows ? line.lastIndexOf(' =>') : line.length;
      const text = line.slice(0, arrow).replaceAll('⏎', '\n').replaceAll('⇥', '\t');
      return { text, expected: line.slice(arrow + 3).trim() };
    });

const found = (text: string): string =>
  find(text)
    .map(({ kind, value }) => `${kind} ${value}`)
    .join(' | ');

const failures = (cases: readonly Case[], around: (text: string) => string): string[] =>
  cases
    .filter(({ text, expected }) => found(around(text)) !== expected)
    .map(({ text, expected }) => `${text}\n  expected ${expected}\n  found    ${found(around(text))}`);

const files = readdirSync(folder).map((name) => ({
  topic: name.replace('.txt', ''),
  cases: readCases(new URL(name, folder), name !== 'nothing.txt'),
}));

for (const { topic, cases } of files) {
  test(`${topic}: each text yields what it holds, and nothing else`, () => {
    expect(failures(cases, (text) => text)).toEqual([]);
  });

  test(`${topic}: so it does as a line in the middle of a text`, () => {
    expect(failures(cases, (text) => `first line\n${text}\nlast line`)).toEqual([]);
  });
}

test('there are at least 5,500 different texts, and a third of them hold nothing', () => {
  const all = files.flatMap(({ cases }) => cases);
  expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThanOrEqual(5_500);
  expect(all.filter(({ expected }) => expected === '').length).toBeGreaterThan(all.length / 3);
});

test('what is known to be missed still is: a line that is met now belongs to the cases', () => {
  const known = readCases(new URL('known-misses.txt', import.meta.url)).filter(
    ({ text }) => !text.startsWith('# '),
  );
  expect(known.filter(({ text, expected }) => found(text) === expected)).toEqual([]);
});
