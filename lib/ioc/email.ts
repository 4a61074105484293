import { codeAt, bitsAt, LOCAL, NAME } from './chars';
import { host, readHostName } from './domain';
import { name, readName } from './name';
import { emit, withdrawFrom } from './sink';

/** RFC 5321, section 4.5.3.1.1. */
const LONGEST_LOCAL = 64;

/** Punctuation before an address is no part of it. */
const isLead = (c: number): boolean =>
  !((c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95);

/** Where the local part that ends at `end` starts; `end` when there is none. */
const localStart = (text: string, end: number, floor: number): number => {
  const least = Math.max(floor, end - LONGEST_LOCAL - 1);
  let at = end;
  while (at > least && (bitsAt(text, at - 1) & LOCAL) !== 0) at--;
  if (at < end - LONGEST_LOCAL) return end;
  while (at < end && isLead(codeAt(text, at))) at++;
  return codeAt(text, end - 1) === 46 ? end : at;
};

/**
 * Emits the address whose local part ends at `at` and whose host starts at `after`, with an at sign of some form
 * between them; its end, 0 when there is none. Nothing before `floor` belongs to it. A form that is also prose
 * asks for a host that is defanged itself (`needsDefanged`).
 */
export const readEmail = (
  text: string,
  at: number,
  after: number,
  floor: number,
  needsDefanged = false,
): number => {
  const start = localStart(text, at, floor);
  if (start === at || (bitsAt(text, after) & NAME) === 0) return 0;
  readName(text, after);
  if (!readHostName(text) || host.start !== after || (needsDefanged && !name.defanged)) return 0;
  const { end, value } = host;
  withdrawFrom(start);
  emit('email', `${text.slice(start, at)}@${value}`, start, end);
  return end;
};
