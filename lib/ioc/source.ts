import { WIDE, wideByte } from './wide';

/**
 * The text being read, shared by all readers: passing it on would cost more than looking at it. Each UTF-16 code unit has one
 * byte in `bytes`: ASCII as it is, everything else by its class (wide.ts). Behind the text stand zeros, so that a look ahead needs no test.
 */
export let text = '';
export let length = 0;
export let bytes = new Uint8Array(4096);

/** How far readers may look behind the end. */
const PADDING = 64;
/** A buffer larger than this is given back after reading. */
const LARGE = 4_000_000;

export const encoder = new TextEncoder();

/**
 * The platform's encoder is ten times as fast as a loop over the characters. It writes UTF-8, at most three bytes for a code unit:
 * where there are more than one for some, each unit's are made one, in place.
 */
const open = (next: string): void => {
  text = next;
  length = next.length;
  const room = 3 * length + PADDING;
  if (bytes.length < room) bytes = new Uint8Array(room);
  const all = bytes;
  const { written } = encoder.encodeInto(next, all);
  let to = 0;
  for (let from = written > length ? 0 : written; from < written; from++) {
    const byte = all[from] as number;
    if (byte < WIDE) all[to++] = byte;
    else if (byte >= 0xc0)
      for (let units = byte < 0xf0 ? 1 : 2; units > 0; units--) all[to] = wideByte(next.charCodeAt(to++));
  }
  bytes.fill(0, length, length + PADDING);
};

/** The buffer of texts that are read while another is. */
let inner = new Uint8Array(0);

/** What `read` says of `next`; it may be called while another text is read. */
export const reading = <T>(next: string, read: () => T): T => {
  const [outer, buffer] = [text, bytes];
  if (outer !== '') bytes = inner;
  open(next);
  const answer = read();
  if (outer !== '') inner = bytes;
  if (outer !== '' || bytes.length > LARGE) bytes = buffer;
  text = outer;
  length = outer.length;
  return answer;
};

/** The byte at `i`, 0 outside the text. */
export const byteAt = (i: number): number => (i < 0 ? 0 : (bytes[i] as number));

/** Where `form`, a sticky expression, ends that matches from `at` on; 0 when it does not. */
export const matchEnd = (form: RegExp, at: number): number => {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : 0;
};

/** At most so many characters of the text before `at`. */
export const textBefore = (at: number, most: number): string => text.slice(Math.max(0, at - most), at);
