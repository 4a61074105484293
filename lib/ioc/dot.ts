import { is, NAME, SEPARATOR, setOf, WORD } from './chars';
import { byteAt, codeAt, matchEnd, WIDE } from './source';

const DOT = 46;
const SPACE = 32;

/** What a label may start with; which letters outside ASCII may, the label's reader knows. */
const label = '(?=[\\w-]|[^\\0-\\x7f])';
/** A dot in brackets, blanks allowed: `[.]`, `(dot)`, `{ . }`, `[[.]]`, `\.]`. No more than six brackets a side. */
const closed = ` {0,2}[[({\\\\]{1,6} {0,2}(?:\\.|(?<!\\\\)dot) {0,2}[\\])}\\\\]{1,6} {0,2}${label}`;
/** Half of that, `[.`, `\.`, `[dot`, `.]`; and brackets alone between digits, `1()2`. */
const half = `[[({\\\\]{1,6}\\.${label}|\\[dot${label}|\\.[\\])}]{1,6}${label}|(?<=\\d)[[({][\\])}](?=\\d)`;
const form = new RegExp(`${closed}|${half}`, 'iy');

/** What may come after the first character of a defanged dot: after a bracket, and after the dot itself. */
const afterBracket = setOf(' .[({\\dD])}');
const afterDot = setOf('])}');

/**
 * The end of a full stop at `i` that browsers read as a dot in a host (UTS 46, section 4), 0 when it is none. The ideographic ones
 * end sentences too: behind them has to stand a letter of ASCII.
 */
const wideEnd = (i: number): number => {
  const c = codeAt(i);
  const isDot = c === 0xff0e ? is(i + 1, NAME) : (c === 0x3002 || c === 0xff61) && is(i + 1, WORD);
  return isDot ? i + 1 : 0;
};

/**
 * The end of the separator between two labels that starts at `i`, 0 when there is none. A plain dot is
 * `i + 1`; anything longer is a defanged form.
 */
export const separatorEnd = (i: number): number => {
  const c = byteAt(i);
  if (c === DOT) {
    if (is(i + 1, NAME)) return i + 1;
    if (afterDot[byteAt(i + 1)] === 0) return 0;
  } else if (c === WIDE) return wideEnd(i);
  else {
    const opener = c === SPACE ? (byteAt(i + 1) === SPACE ? i + 2 : i + 1) : i;
    if (byteAt(opener) === DOT || !is(opener, SEPARATOR) || afterBracket[byteAt(opener + 1)] === 0) return 0;
  }
  return matchEnd(form, i);
};
