import { bitsAt, codeAt, NAME } from './chars';

const DOT = 46;
const SPACE = 32;

/** What a label may start with; which letters outside ASCII may, the label's reader knows. */
const label = '(?=[\\w-]|[^\\0-\\x7f])';
/** A dot in brackets, blanks allowed: `[.]`, `(dot)`, `{ . }`, `[[.]]`, `\.]`. No more than six brackets a side. */
const closed = new RegExp(
  ` {0,2}[[({\\\\]{1,6} {0,2}(?:\\.|(?<!\\\\)dot) {0,2}[\\])}\\\\]{1,6} {0,2}${label}`,
  'iy',
);
/** Half of that, `[.`, `\.`, `[dot`, `.]`; and brackets alone between digits, `1()2`. */
const half = new RegExp(
  `[[({\\\\]{1,6}\\.${label}|\\[dot${label}|\\.[\\])}]{1,6}${label}|(?<=\\d)[[({][\\])}](?=\\d)`,
  'iy',
);

const matchEnd = (form: RegExp, text: string, i: number): number => {
  form.lastIndex = i;
  return form.test(text) ? form.lastIndex : 0;
};

/**
 * The end of the separator between two labels that starts at `i`, 0 when there is none. A plain dot is
 * `i + 1`; anything longer is a defanged form.
 */
export const separatorEnd = (text: string, i: number): number => {
  const c = codeAt(text, i);
  const isBeforeLabel = (bitsAt(text, i + 1) & NAME) !== 0;
  if (c === DOT) return isBeforeLabel ? i + 1 : matchEnd(half, text, i);
  // The full stops that browsers read as a dot in a host (UTS 46, section 4).
  if (c >= 128) return isBeforeLabel && (c === 0x3002 || c === 0xff0e || c === 0xff61) ? i + 1 : 0;
  // Nearly always it is `[.]`.
  if (
    c === 91 &&
    codeAt(text, i + 1) === DOT &&
    codeAt(text, i + 2) === 93 &&
    (bitsAt(text, i + 3) & NAME) !== 0
  )
    return i + 3;
  return matchEnd(closed, text, i) || (c === SPACE ? 0 : matchEnd(half, text, i));
};
