import { codeAt, bits, NAME } from './chars';

const OPEN_ROUND = 40;
const CLOSE_ROUND = 41;
const OPEN_SQUARE = 91;
const CLOSE_SQUARE = 93;

/** Ends a URL always: spaces, controls, `"`, `<`, `>`, backtick, `|`, `^`. */
const isStop = (c: number): boolean =>
  c <= 32 || c === 34 || c === 60 || c === 62 || c === 96 || c === 124 || c === 94 || c === 127;

/** Punctuation that ends a sentence or closes a quotation, not a URL. */
const isClosing = (c: number): boolean =>
  c === 41 ||
  c === 46 ||
  c === 44 ||
  c === 59 ||
  c === 58 ||
  c === 33 ||
  c === 63 ||
  c === 39 ||
  c === 93 ||
  c === 125 ||
  c === 42 ||
  c === 95 ||
  c === 126 ||
  c === 43;

/** What a bracketed or escaped character in a path stands for, by its first character: `[.]`, `\\/`, `&amp;`. */
const escapes = new Map<number, readonly (readonly [string, string])[]>([
  [
    40,
    [
      ['(.)', '.'],
      ['(/)', '/'],
    ],
  ],
  [
    OPEN_SQUARE,
    [
      ['[.]', '.'],
      ['[/]', '/'],
      ['[:]', ':'],
      ['[dot]', '.'],
      ['[@]', '@'],
      ['[?]', '?'],
      ['[/', '/'],
    ],
  ],
  [123, [['{.}', '.']]],
  [
    92,
    [
      ['\\/', '/'],
      ['\\.', '.'],
      ['\\u0026', '&'],
      ['\\u003d', '='],
      ['\\u003D', '='],
    ],
  ],
  [38, [['&amp;', '&']]],
]);

/** Second characters of the escapes: most brackets and ampersands are told by one look. */
const isSecond = (c: number): boolean =>
  c === 46 || c === 47 || c === 58 || c === 97 || c === 100 || c === 64 || c === 63 || c === 117;

/** The escape at `i`, as written and what it stands for. */
export const escapeAt = (text: string, i: number): readonly [string, string] | undefined => {
  if (!isSecond(codeAt(text, i + 1))) return undefined;
  return escapes.get(codeAt(text, i))?.find(([written]) => text.startsWith(written, i));
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
    if (isStop(c)) break;
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
        const escape = escapeAt(text, at);
        if (escape !== undefined) {
          rest.escaped = true;
          at += escape[0].length - 1;
          if (escape[1] === '?') query = true;
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
    if (!isClosing(c)) break;
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
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const escape = escapeAt(text, i);
    if (escape !== undefined) {
      out += escape[1];
      i += escape[0].length - 1;
    } else if (codeAt(text, i) === CLOSE_SQUARE && codeAt(text, i - 1) === 46 && !out.includes('[')) continue;
    else out += text.charAt(i);
  }
  return out;
};
