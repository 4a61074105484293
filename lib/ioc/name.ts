import { bits, bitsAt, isUnspaced, LETTER, DIGIT, NAME, UPPER } from './chars';
import { separatorEnd } from './dot';

/** Labels beyond this many cannot be a host of at most 253 characters (RFC 1035, section 2.3.4) that anyone uses. */
const MAX_LABELS = 64;

/**
 * The dotted name read last: one shared record, so that reading allocates nothing. `starts` and `ends` bound
 * its labels in the text.
 */
export const name = {
  start: 0,
  end: 0,
  labels: 0,
  defanged: false,
  /** Letters outside ASCII: the host must be mapped. */
  wide: false,
  tooLong: false,
};
export const starts = new Int32Array(MAX_LABELS);
export const ends = new Int32Array(MAX_LABELS);

/** Symbols and pictures, which a host may hold and a bare name in prose may not. */
const isSymbol = (c: number): boolean => (c >= 0x2100 && c < 0x2c00) || (c >= 0xd800 && c < 0xe000);
const isNamePart = (c: number, symbols: boolean): boolean =>
  (bits(c) & NAME) !== 0 || (symbols && isSymbol(c));

const ascii = LETTER | DIGIT;

/** Between prose without spaces and a name in ASCII there is a border: `访问evil.com下载`. */
const isBorder = (before: number, after: number): boolean =>
  (isUnspaced(before) && (bits(after) & ascii) !== 0 && after < 128) ||
  (isUnspaced(after) && (bits(before) & ascii) !== 0 && before < 128);

/** Where the label that ends at `end` starts, not before `floor`. */
export const labelStart = (text: string, end: number, floor: number): number => {
  let at = end;
  let after = 0;
  while (at > floor) {
    const c = text.charCodeAt(at - 1);
    if ((bits(c) & NAME) === 0 || (at < end && (c >= 128 || after >= 128) && isBorder(c, after))) break;
    after = c;
    at--;
  }
  return at;
};

/** Reads the dotted name whose first label starts at `start` into `name`. Symbols count as letters when `symbols`. */
export const readName = (text: string, start: number, symbols = false): void => {
  let at = start;
  let labels = 0;
  name.start = start;
  name.defanged = false;
  name.wide = false;
  name.tooLong = false;
  for (;;) {
    const from = at;
    let c = text.charCodeAt(at);
    while (isNamePart(c, symbols)) {
      if (c >= 128) {
        name.wide = true;
        if (at > from && isBorder(text.charCodeAt(at - 1), c)) break;
      } else if (at > from && isUnspaced(text.charCodeAt(at - 1)) && (bits(c) & ascii) !== 0) {
        break;
      }
      c = text.charCodeAt(++at);
    }
    if (labels < MAX_LABELS) {
      starts[labels] = from;
      ends[labels] = at;
      labels++;
    } else name.tooLong = true;
    const next = separatorEnd(text, at);
    if (next === 0) break;
    if (next !== at + 1) name.defanged = true;
    at = next;
  }
  name.labels = labels;
  name.end = at;
};

export const startOf = (label: number): number => starts[label] as number;
export const endOf = (label: number): number => ends[label] as number;

/** The labels from `first` to `last` joined by dots, as written. */
export const joined = (text: string, first: number, last: number): string => {
  if (!name.defanged) return text.slice(startOf(first), endOf(last));
  let out = text.slice(startOf(first), endOf(first));
  for (let i = first + 1; i <= last; i++) out += `.${text.slice(startOf(i), endOf(i))}`;
  return out;
};

/** Whether a label mixes cases as identifiers do: `ReadWrite`, `myValue`. */
export const isCamel = (text: string, from: number, to: number): boolean => {
  for (let i = from + 1; i < to; i++) {
    if ((bitsAt(text, i) & UPPER) !== 0 && (bitsAt(text, i - 1) & (UPPER | LETTER)) === LETTER) return true;
  }
  return false;
};
