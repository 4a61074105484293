import { DOT } from './ascii';
import { is, table } from './chars';
import { NAME, PLAIN, SEPARATOR, UNABLE_FIRST, UNSPACED, UPPER, WIDE_NAME, WORD } from './classes';
import { pastEscape } from './context';
import { separatorEnd } from './dot';
import { bytes, text } from './source';
import { WIDE } from './wide';

/** Labels beyond this many cannot be a host of at most 253 characters (RFC 1035, section 2.3.4) that anyone uses. */
const MAX_LABELS = 64;

/**
 * The dotted name read last, in variables of the module, so that reading allocates nothing. `starts` and `ends` bound its
 * labels in the text.
 */
export let nameEnd = 0;
/** The number of its last label; 0 when there are too many. */
export let last = 0;
export let isDefanged = false;
/** Letters outside ASCII: the host must be mapped. */
export let isWide = false;
/** The same of the last label. */
export let isWideLast = false;
/** Capitals; dashes, underscores and marks: without them there is less to do. */
export let hasUpper = false;
export let hasEdges = false;
export const starts = new Int32Array(MAX_LABELS);
export const ends = new Int32Array(MAX_LABELS);
/** Where it starts and what of: two readers may ask for the same name. */
let nameStart = -1;
let nameOf = 0;

/** The name read last is of another text, or no longer as it was read. */
export const forgetName = (): void => {
  nameStart = -1;
};

/** Between prose without spaces and a name in ASCII there is a border before `i`: `访问evil.com下载`. */
export const isBorder = (i: number): boolean =>
  (is(i, WORD) && is(i - 1, UNSPACED)) || (is(i - 1, WORD) && is(i, UNSPACED));

/** Where the label that ends at `end` starts, not before `floor`. */
export const labelStart = (end: number, floor: number): number => {
  let at = end;
  while (at > floor && ((table[bytes[at - 1] as number] as number) & PLAIN) !== 0) at--;
  while (at > floor && is(at - 1, NAME) && (at === end || !isBorder(at))) at--;
  return at < end ? pastEscape(at) : at;
};

/** Where the label that starts at `from` ends, of which the first character outside ASCII is at `wide`. */
const wideLabelEnd = (from: number, wide: number, of: number): number => {
  for (let at = wide; ; at++) {
    const kind = table[bytes[at] as number] as number;
    if ((kind & of) === 0 || (at > from && isBorder(at))) return at;
    if ((kind & WIDE_NAME) !== 0) isWide = isWideLast = true;
    if ((kind & UNABLE_FIRST) !== 0) hasEdges = true;
  }
};

/** Reads the dotted name whose first label starts at `start` into `name`. Labels are made of characters `of` these classes. */
export const readName = (start: number, of = NAME): void => {
  if (start === nameStart && of === nameOf) return;
  nameStart = start;
  nameOf = of;
  const all = bytes;
  let at = start;
  let labels = 0;
  let seen = 0;
  hasEdges = isDefanged = isWide = false;
  for (;;) {
    const from = at;
    isWideLast = false;
    let c = all[at] as number;
    for (let kind = table[c] as number; (kind & PLAIN) !== 0; kind = table[c] as number) {
      if ((kind & WORD) === 0) hasEdges = true;
      seen |= kind;
      c = all[++at] as number;
    }
    if (((table[c] as number) & WIDE_NAME) !== 0) {
      at = wideLabelEnd(from, at, of);
      seen |= UPPER;
      c = all[at] as number;
    }
    if (labels < MAX_LABELS) {
      starts[labels] = from;
      ends[labels] = at;
    }
    labels++;
    if (at > from + 63) hasEdges = true;
    if (c === DOT && ((table[all[at + 1] as number] as number) & NAME) !== 0) {
      at++;
      continue;
    }
    if (((table[c] as number) & SEPARATOR) === 0) break;
    const next = separatorEnd(at);
    if (next === 0) break;
    if (c >= WIDE) isWide = true;
    else if (next > at + 1) isDefanged = true;
    at = next;
  }
  last = labels > MAX_LABELS ? 0 : labels - 1;
  nameEnd = at;
  hasUpper = (seen & UPPER) !== 0;
};

export const startOf = (label: number): number => starts[label] as number;
export const endOf = (label: number): number => ends[label] as number;

/** The labels from `first` to `final` joined by dots: mostly as they stand in the text, and then nothing is copied. */
export const joined = (first: number, final: number): string =>
  first === final || !(isDefanged || isWide)
    ? text.slice(startOf(first), endOf(final))
    : `${joined(first, final - 1)}.${joined(final, final)}`;
