import { COLON, DOT, UNDERSCORE } from './ascii';
import { is } from './chars';
import { LOCAL, NAME, WORD } from './classes';
import { hostEnd, hostStart, hostValue, readHostName } from './domain';
import { isDefanged, readName } from './name';
import { emit, withdrawFrom } from './sink';
import { byteAt, text } from './source';

/** RFC 5321, section 4.5.3.1.1. */
const LONGEST_LOCAL = 64;

/** Where the local part that ends at `end` starts, without punctuation before it; `end` when there is none. */
export const localStart = (end: number): number => {
  let at = end;
  while (at > end - LONGEST_LOCAL - 1 && is(at - 1, LOCAL)) at--;
  if (at < end - LONGEST_LOCAL || byteAt(end - 1) === DOT) return end;
  if (byteAt(at - 1) === 61) {
    // The recipient in a return path: `bounce+1-name=example.com@host`.
    let path = at - 1;
    while (path > end - LONGEST_LOCAL && is(path - 1, LOCAL)) path--;
    if (text.slice(path, at).includes('+')) at = path;
  }
  while (at < end && !is(at, WORD) && byteAt(at) !== UNDERSCORE) at++;
  return at;
};

/**
 * Emits the address whose local part ends at `at` and whose host starts at `after`, with an at sign of some form
 * between them; its end, 0 when there is none. A form that is also prose asks for a host that is defanged itself
 * (`needsDefanged`).
 */
export const readEmail = (at: number, after: number, needsDefanged = false): number => {
  if (!is(at - 1, LOCAL) || !is(after, NAME)) return 0;
  readName(after);
  if (!readHostName() || hostStart !== after || (needsDefanged && !isDefanged)) return 0;
  const start = localStart(at);
  if (start === at) return 0;
  withdrawFrom(start);
  // `ssh://git@host`, `redis://user:password@host`: no mailbox.
  let user = start;
  while (user > at - LONGEST_LOCAL && (byteAt(user - 1) === COLON || is(user - 1, LOCAL))) user--;
  if (text.endsWith('://', user)) emit('domain', hostValue(), after, hostEnd);
  else emit('email', `${text.slice(start, at)}@${hostValue()}`, start, hostEnd);
  return hostEnd;
};
