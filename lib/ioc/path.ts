import { bits, codeAt, NAME, setOf } from './chars';

const OPEN_ROUND = 40;
const CLOSE_ROUND = 41;
const OPEN_SQUARE = 91;
const CLOSE_SQUARE = 93;

/** Ends a URL always, as do blanks and controls. */
const stops = setOf('"<>`|^\x7f');
/** Punctuation that ends a sentence or closes a quotation, not a URL. */
const closing = setOf(")].,;:!?'}*_~+");

/** A bracketed or escaped character in a path: `[.]`, `(/)`, `[dot]`, `\\/`, `\\u0026`, `&amp;`, `[/`. */
const form = '\\[[./:@?]\\]|[({][./][)}]|\\[dot\\]|\\\\[./]|\\\\u00(?:26|3d)|&amp;|\\[/';
const here = new RegExp(form, 'iy');
const anywhere = new RegExp(form, 'gi');

/** How long the escape at `i` is, 0 when none is there. */
const escapeLength = (text: string, i: number): number => {
  here.lastIndex = i;
  return here.test(text) ? here.lastIndex - i : 0;
};

const undo = (written: string): string => {
  if (/26|amp/i.test(written)) return '&';
  if (/3d/i.test(written)) return '=';
  return /dot/i.test(written) ? '.' : written.charAt(1);
};

/** HTML entities that stand for what ends a URL. */
const isEntityStop = (text: string, i: number): boolean =>
  /^&(?:lt|gt|quot|apos|nbsp|#0*3[49]|#x0*2[27]|#160);/i.test(text.slice(i, i + 9));

/** After a comma, a semicolon or a bar another URL may start without a space. */
const startsUrl = (text: string, i: number): boolean => {
  const c = codeAt(text, i) | 32;
  return (c === 104 || c === 102) && /^(?:h[tx*]{2}ps?|ftp)(?::|\[:)/i.test(text.slice(i, i + 7));
};

/** The path, query and fragment read last. */
export const rest = { end: 0, escaped: false };

/**
 * Reads from `start` to where a URL ends into `rest`. `opener` is the character before the URL: a URL that opened in
 * a bracket or a quote ends where that closes. Brackets inside a URL balance.
 */
export const readRest = (text: string, start: number, opener: number): void => {
  let round = 0;
  let square = 0;
  let curly = 0;
  let query = false;
  let at = start;
  rest.escaped = false;
  loop: for (; at < text.length; at++) {
    const c = codeAt(text, at);
    if (c > 63 && c < 91) continue;
    if (c > 96 && c < 123) continue;
    if (c <= 32 || stops[c] === 1) break;
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
        if (startsUrl(text, at + 1)) break loop;
        break;
      case OPEN_ROUND:
      case OPEN_SQUARE:
      case 123:
      case 92:
      case 38: {
        const escape = escapeLength(text, at);
        if (escape > 0) {
          rest.escaped = true;
          if (codeAt(text, at + 1) === 63) query = true;
          at += escape - 1;
        } else if (c === 92 || (c === 38 && isEntityStop(text, at))) break loop;
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
          if (codeAt(text, at - 1) !== 46 || (bits(codeAt(text, at + 1)) & NAME) === 0) break loop;
          rest.escaped = true;
        } else square--;
        break;
      case 125:
        if (curly === 0) break loop;
        curly--;
        break;
      default:
        // Punctuation outside ASCII ends a URL, letters and symbols do not.
        if (c >= 128 && (bits(c) & NAME) === 0 && (c < 0x2100 || c > 0xdfff || (c > 0x2e00 && c < 0x3040)))
          break loop;
    }
  }
  rest.end = trimmed(text, start, at, round, opener);
};

/** Punctuation at the end belongs to the sentence; a closing bracket does unless it was opened inside. */
const trimmed = (text: string, start: number, end: number, round: number, opener: number): number => {
  let at = end;
  let open = round;
  for (; at > start; at--) {
    const c = codeAt(text, at - 1);
    if (closing[c] !== 1) break;
    if (c === CLOSE_ROUND) {
      if (open >= 0) break;
      open++;
    } else if ((c === 43 || c === 95) && opener !== c) break;
    else if (c === 125 || c === CLOSE_SQUARE) break;
  }
  return at;
};

/** The path, query and fragment with what was bracketed or escaped undone. */
export const refangRest = (text: string): string => {
  const out = text.replace(anywhere, undo);
  return out.includes('[') ? out : out.replaceAll(/\.\](?=\w)/g, '.');
};
