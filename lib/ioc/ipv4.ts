import { codeAt, bitsAt, DIGIT, LETTER, NAME, UPPER } from './chars';
import { endOf, joined, name, startOf } from './name';
import { emit } from './sink';
import { versionWords } from './words';
import { wordBefore } from './context';

/** Whether `start` to `end` is a decimal octet without leading zero (RFC 6943, section 3.1.1: others are read as octal by some). */
export const isOctet = (text: string, start: number, end: number): boolean => {
  const length = end - start;
  if (length < 1 || length > 3) return false;
  let value = 0;
  for (let i = start; i < end; i++) {
    if ((bitsAt(text, i) & DIGIT) === 0) return false;
    value = value * 10 + codeAt(text, i) - 48;
  }
  return value < 256 && (length === 1 || codeAt(text, start) !== 48);
};

/** Where the octet that opens a label ends: before the dash of a range such as `10.0.0.1-10.0.0.9`. */
const octetEnd = (text: string, label: number): number => {
  const end = endOf(label);
  for (let i = startOf(label) + 1; i < end; i++) {
    if (codeAt(text, i) === 45 && (bitsAt(text, i + 1) & DIGIT) !== 0) return i;
  }
  return end;
};

/** Whether labels `first` to `first + 3` of the name read last are an address; the last may end in a range. */
export const isAddress = (text: string, first: number, last: number): boolean =>
  isOctet(text, startOf(first), endOf(first)) &&
  isOctet(text, startOf(first + 1), endOf(first + 1)) &&
  isOctet(text, startOf(first + 2), endOf(first + 2)) &&
  isOctet(text, startOf(first + 3), last);

/** A product token of a user agent, `Chrome/120.0.0.0` (RFC 9110, section 10.1.5), and not `host/10.0.0.1:80`. */
const isProduct = (text: string, slash: number, end: number): boolean => {
  let at = slash;
  while (at > 0 && (bitsAt(text, at - 1) & LETTER) !== 0) at--;
  if (at === slash || codeAt(text, end) === 58) return false;
  const before = codeAt(text, at - 1);
  if (before === 47 || before === 45 || before === 46) return false;
  return (bitsAt(text, at) & UPPER) !== 0 || text.endsWith('.0.0.0', end);
};

const isVersion = (text: string, start: number, end: number): boolean => {
  const before = codeAt(text, start - 1);
  if (before === 47) return isProduct(text, start - 1, end);
  if (before === 126 || before === 94) return true;
  return start > 1 && versionWords.has(wordBefore(text, start));
};

/** The end of a prefix length that follows `end`: `/24`, `[/]24`; `end` itself when there is none. */
export const prefixEnd = (text: string, end: number, most: number): number => {
  let at = end;
  if (text.startsWith('[/]', at)) at += 3;
  else if (codeAt(text, at) === 47) at++;
  else return end;
  const from = at;
  while (at < from + 4 && (bitsAt(text, at) & DIGIT) !== 0) at++;
  const length = at - from;
  if (length < 1 || length > 3 || (length > 1 && codeAt(text, from) === 48)) return end;
  if (Number(text.slice(from, at)) > most || (bitsAt(text, at) & NAME) !== 0) return end;
  const next = codeAt(text, at);
  if (next === 47) return end;
  if ((next === 46 || next === 58) && (bitsAt(text, at + 1) & NAME) !== 0) return end;
  return at;
};

const emitAddress = (text: string, value: string, start: number, end: number): number => {
  const after = prefixEnd(text, end, 32);
  if (after > end)
    emit(
      'cidr',
      `${value}/${text.slice(text.lastIndexOf('/', after) + 1, after).replace(']', '')}`,
      start,
      after,
    );
  else emit('ipv4', value, start, end);
  return after;
};

/** Emits the address, network or range that the name read last is; the end of it, 0 when it is none. */
export const readIpv4 = (text: string): number => {
  if (name.labels !== 4 && name.labels !== 7) return 0;
  const end = octetEnd(text, 3);
  if (
    !isAddress(text, 0, end) ||
    (name.labels === 4) !== (end === endOf(3) || isOctet(text, end + 1, endOf(3)))
  )
    return 0;
  const start = startOf(0);
  const before = codeAt(text, start - 1);
  if (before === 46 && (bitsAt(text, start - 2) & NAME) !== 0) return 0;
  if (!name.defanged && isVersion(text, start, end)) return name.end;
  const value =
    end === endOf(3) ? joined(text, 0, 3) : `${joined(text, 0, 2)}.${text.slice(startOf(3), end)}`;
  if (name.labels === 4) return emitAddress(text, value, start, end);
  // The second address of a range starts inside the fourth label.
  if (!isOctet(text, end + 1, endOf(3)) || !isOctet(text, startOf(4), endOf(4))) return 0;
  if (!isOctet(text, startOf(5), endOf(5)) || !isOctet(text, startOf(6), endOf(6))) return 0;
  emit('ipv4', value, start, end);
  return emitAddress(text, `${text.slice(end + 1, endOf(3))}.${joined(text, 4, 6)}`, end + 1, endOf(6));
};
