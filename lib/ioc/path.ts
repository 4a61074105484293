import { CLOSE_ROUND, CLOSE_SQUARE, DOT, OPEN_ROUND, OPEN_SQUARE, UNDERSCORE } from './ascii';
import { is, setOf, smallAt } from './chars';
import { NAME } from './classes';
import { isBorder } from './name';
import { byteAt, bytes, matchEnd, text } from './source';
import { WIDE } from './wide';

/** What a URL passes over: `END` ends it always, as do blanks and controls, `LOOK` has to be looked at. */
const END = 1;
const LOOK = 2;
const actions = setOf('"<>`|^\x7f').fill(END, 0, 33).fill(LOOK, WIDE);
for (const char of "?#',;([{\\&)]}") actions[char.charCodeAt(0)] = LOOK;

/** Punctuation that ends a sentence or closes a quotation, not a URL. */
const closing = setOf("),.;:!?'*_~+");

/** A bracketed or escaped character in a path: `[.]`, `(/)`, `[dot]`, `\\/`, `\\u0026`, `&amp;`, `[/` but of no tag. */
const here = /\[[./:@?]\]|[({][./][)}]|\[dot\]|\\[./]|\\u00(?:26|3d)|&amp;|\[\/(?!\w+\])/iy;
const anywhere = new RegExp(here, 'gi');
/** What comes second in it: brackets are many, and asking this is quicker. */
const seconds = setOf('./:@?duDUaA');

const undo = (written: string): string => {
  if (/26|amp/i.test(written)) return '&';
  if (/3d/i.test(written)) return '=';
  return /dot/i.test(written) ? '.' : written.charAt(1);
};

/** HTML entities that stand for what ends a URL. */
const entityStop = /&(?:lt|gt|quot|apos|nbsp|#0*3[49]|#x0*2[27]|#160);/iy;

const webStart = /(?:h[tx*]{2}ps?|ftp)(?::|\[:)/iy;

/** After a comma, a semicolon or a bar another URL may start without a space. */
const startsUrl = (i: number): boolean => {
  const c = smallAt(i);
  return (c === 104 || c === 102) && matchEnd(webStart, i) > 0;
};

/** The path, query and fragment read last. */
export let restEnd = 0;
export let hasEscapes = false;

/** Punctuation outside ASCII ends a URL, letters and symbols do not. */
const isWideEnd = (i: number): boolean => {
  const c = text.charCodeAt(i);
  return !is(i, NAME) && (c < 0x2100 || c > 0xdfff || (c > 0x2e00 && c < 0x3040));
};

/** Punctuation at the end belongs to the sentence; a closing bracket does unless it was opened inside. */
const trimmed = (start: number, end: number, round: number, opener: number): number => {
  let at = end;
  let open = round;
  for (; at > start; at--) {
    const c = byteAt(at - 1);
    if (closing[c] !== 1) break;
    if (c === CLOSE_ROUND) {
      if (open >= 0) break;
      open++;
    } else if ((c === 43 || c === UNDERSCORE) && opener !== c) break;
  }
  return at;
};

/**
 * Reads from `start` to where a URL ends into `rest`. `opener` is the character before the URL: a URL that opened in
 * a bracket or a quote ends where that closes. Brackets inside a URL balance.
 */
export const readRest = (start: number, opener: number): void => {
  const all = bytes;
  let round = 0;
  let square = 0;
  let curly = 0;
  let query = false;
  let at = start;
  hasEscapes = false;
  loop: for (; ; at++) {
    const c = all[at] as number;
    const action = actions[c] as number;
    if (action === 0) continue;
    if (action === END) break;
    switch (c) {
      case 63: // ?
      case 35: // #
        query = true;
        break;
      case 39: // '
        if (opener === 39) break loop;
        break;
      case 44: // ,
      case 59: // ;
        if (startsUrl(at + 1)) break loop;
        break;
      case OPEN_ROUND:
      case OPEN_SQUARE:
      case 123:
      case 92:
      case 38: {
        const escape = seconds[byteAt(at + 1)] === 1 ? matchEnd(here, at) : 0;
        if (escape > 0) {
          hasEscapes = true;
          if (byteAt(at + 1) === 63) query = true;
          at = escape - 1;
        } else if (c === 92 || (c === 38 && matchEnd(entityStop, at) > 0)) break loop;
        else if (c === OPEN_ROUND) round++;
        else if (c === 123) curly++;
        else if (c === OPEN_SQUARE && !query) break loop;
        else if (c === OPEN_SQUARE) square++;
        break;
      }
      case CLOSE_ROUND:
        if (round === 0 && opener === OPEN_ROUND) break loop;
        round--;
        break;
      case CLOSE_SQUARE:
        if (square === 0) {
          if (byteAt(at - 1) !== DOT || !is(at + 1, NAME)) break loop;
          hasEscapes = true;
        } else square--;
        break;
      case 125:
        if (curly === 0) break loop;
        curly--;
        break;
      default:
        if (isWideEnd(at) || isBorder(at)) break loop;
    }
  }
  restEnd = trimmed(start, at, round, opener);
};

/** The path, query and fragment with what was bracketed or escaped undone. */
export const refangRest = (written: string): string => {
  const out = written.replace(anywhere, undo);
  return out.includes('[') ? out : out.replaceAll(/\.\](?=\w)/g, '.');
};
