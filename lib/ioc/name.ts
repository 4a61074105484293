import { codeAt, bits, bitsAt, isUnspaced, LETTER, DIGIT, NAME, SEPARATOR, UPPER } from './chars';
import { separatorEnd } from './dot';

/** Labels beyond this many cannot be a host of at most 253 characters (RFC 1035, section 2.3.4) that anyone uses. */
const MAX_LABELS = 64;

/**
 * The dotted name read last: one shared record, so that reading allocates nothing. `starts` and `ends` bound
 * its labels in the text.
 */
export const name = {
  end: 0,
  labels: 0,
  defanged: false,
  /** Letters outside ASCII: the host must be mapped. */
  wide: false,
  tooLong: false,
  /** Capitals, dashes and underscores: without them there is less to do. */
  upper: false,
  edges: false,
};
const starts = new Int32Array(MAX_LABELS);
const ends = new Int32Array(MAX_LABELS);

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
    const c = codeAt(text, at - 1);
    if ((bits(c) & NAME) === 0 || (at < end && (c >= 128 || after >= 128) && isBorder(c, after))) break;
    after = c;
    at--;
  }
  return at;
};

/** Where the label that starts at `from` ends, when letters outside ASCII or symbols are in it. */
const wideLabelEnd = (text: string, from: number, symbols: boolean): number => {
  let at = from;
  let before = 0;
  for (let c = codeAt(text, at); isNamePart(c, symbols); c = codeAt(text, ++at)) {
    if (at > from && (c >= 128 || before >= 128) && isBorder(before, c)) break;
    if (c >= 128) name.wide = true;
    before = c;
  }
  return at;
};

/** Reads the dotted name whose first label starts at `start` into `name`. Symbols count as letters when `symbols`. */
export const readName = (text: string, start: number, symbols = false): void => {
  const length = text.length;
  let at = start;
  let labels = 0;
  let defanged = false;
  let upper = false;
  let edges = false;
  name.wide = false;
  name.tooLong = false;
  for (;;) {
    const from = at;
    let c = 0;
    // Comparisons, the likely one first, are faster here than a look-up; nearly all letters are small.
    for (; at < length; at++) {
      c = text.charCodeAt(at);
      if (c >= 97) {
        if (c > 122) break;
      } else if (c >= 65) {
        if (c <= 90) upper = true;
        else if (c === 95) edges = true;
        else break;
      } else if (c === 45) edges = true;
      else if (c < 48 || c > 57) break;
    }
    if (at < length && c >= 128) {
      at = wideLabelEnd(text, from, symbols);
      upper = true;
      c = codeAt(text, at);
    }
    if (labels < MAX_LABELS) {
      starts[labels] = from;
      ends[labels] = at;
      labels++;
    } else name.tooLong = true;
    if (at + 1 >= length) break;
    const after = bits(text.charCodeAt(at + 1));
    if (c === 46 && (after & NAME) !== 0) {
      at++;
      continue;
    }
    if ((bits(c) & SEPARATOR) === 0 && c < 128) break;
    if (c === 32 && (after & SEPARATOR) === 0) break;
    const next = separatorEnd(text, at);
    if (next === 0) break;
    if (c >= 128) name.wide = true;
    else defanged = true;
    at = next;
  }
  name.labels = labels;
  name.end = at;
  name.defanged = defanged;
  name.upper = upper;
  name.edges = edges;
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
