import { bitsAt, codeAt, HEX, NAME } from './chars';
import { separatorEnd } from './dot';
import { readDotted } from './dotted';
import { readEmail } from './email';
import { readIpv6 } from './ipv6';
import { labelStart } from './name';
import { readScheme, slashesEnd } from './scheme';
import { readUrl } from './url';

const SPACE = 32;

/** The end of a bracketed at sign that starts at `i`: `[@]`, `(at)`, `[ at ]`; 0 when there is none. */
const atEnd = (text: string, i: number): number => {
  const next = codeAt(text, i + 1);
  if (next !== 64 && next !== SPACE && (next | 32) !== 97) return 0;
  const match = /^[[({] ?(?:@|at) ?[\])}]/i.exec(text.slice(i, i + 6));
  return match === null ? 0 : i + match[0].length;
};

const skipSpacesBack = (text: string, i: number): number => {
  let at = i;
  while (at > i - 2 && codeAt(text, at - 1) === SPACE) at--;
  return at;
};

const readColon = (text: string, i: number, nameStart: number, floor: number): number => {
  const slashes = slashesEnd(text, i);
  if (slashes > 0) return readScheme(text, i, floor) ? readUrl(text, slashes) : 0;
  if (codeAt(text, i + 2) !== 93 || ((bitsAt(text, i - 1) | bitsAt(text, i + 3)) & HEX) === 0) return 0;
  return readIpv6(text, nameStart < 0 ? labelStart(text, i, floor) : nameStart, i);
};

/** A bracket or backslash stands at `i`: reads what it may defang; where to go on, 0 when that is nothing. */
export const readBracket = (text: string, i: number, nameStart: number, floor: number): number => {
  const next = codeAt(text, i + 1);
  if (next === 58) return readColon(text, i, nameStart, floor);
  const before = codeAt(text, i - 1);
  const from = before === SPACE ? skipSpacesBack(text, i) : i;
  if ((bitsAt(text, from - 1) & NAME) === 0) return 0;
  const at = atEnd(text, i);
  if (at > 0) return readEmail(text, from, codeAt(text, at) === SPACE ? at + 1 : at, 0);
  if (separatorEnd(text, from) === 0) return 0;
  return readDotted(text, from, from === i ? nameStart : labelStart(text, from, floor), floor);
};
