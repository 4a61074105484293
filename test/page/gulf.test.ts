import { array, assert, constantFrom, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { find, type Indicator } from '../../lib/ioc';
import type { Bearer } from '../../lib/page/bearer';
import { uncut } from '../../lib/page/cut';
import { gulf, type RunText } from '../../lib/page/run-text';

/** What cells end and begin with where an indicator could go on into the next, or a word before it tells what it is. */
const parts = [
  '198.51.100.7',
  '198.51.100.',
  '.23',
  '10.0.0.0',
  '/24',
  'evil',
  'evil-host.com',
  'dot com',
  'example dot',
  'domain:',
  'version',
  'version 1.2.3.4',
  'name at',
  '@evil-host.com',
  'mail [at]',
  'hxxp',
  '://evil-host.com/a',
  'http://evil-host.com/',
  'http://evil-host.com/"a',
  '[.]',
  '[.',
  '2001:db8::',
  ':7',
  'd41d8cd98f00b204',
  'e9800998ecf8427e',
  'd41d8cd98f00b204e9800998ecf8427e',
  'AS',
  'ASN 64500',
  '64500',
  'CVE-2024-',
  '12345',
  'C:\\',
  'x\\n',
  '%2e',
  '…',
  '...',
  '|',
  ' ',
  '邪悪.com',
];

/** The cells of a row: each of a few parts with nothing or a space between. */
const cells = array(
  array(tuple(constantFrom(...parts), constantFrom('', ' ')), { minLength: 1, maxLength: 4 }).map((all) =>
    all.flat().join(''),
  ),
  { minLength: 1, maxLength: 5 },
);

/** What is found in each cell by itself, with its place in the row. */
const apart = (row: readonly string[]): Indicator[] => {
  let from = 0;
  return row.flatMap((cell) => {
    const at = from;
    from += cell.length + gulf.length;
    return find(cell).map(({ kind, value, start, end }) => ({
      kind,
      value,
      start: start + at,
      end: end + at,
    }));
  });
};

/** A row whose text stands in no page: nothing around it holds what is missing. */
const rowOf = (cells: readonly string[]): RunText<Bearer> =>
  ({ text: cells.join(gulf), nodeAt: () => undefined }) as unknown as RunText<Bearer>;

describe('the cells of a row, read at once', () => {
  it('hold what each of them holds, and nothing that reaches from one into the next', () => {
    assert(
      property(cells, (row) => {
        expect(find(row.join(gulf))).toEqual(apart(row));
      }),
      { numRuns: 3_000 },
    );
  });

  it('lose what was cut off in one of them, and nothing in the others', () => {
    const row = [
      '198.51.100.7',
      'http://evil-host.com/gate…',
      'evil-host.com',
      '198.51.100.2…',
      '198.51.100.8',
    ];
    const run = rowOf(row);
    expect(uncut(find(run.text), run, find).map(({ value }) => value)).toEqual([
      '198.51.100.7',
      'evil-host.com',
      '198.51.100.8',
    ]);
  });
});
