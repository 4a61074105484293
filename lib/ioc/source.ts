/**
 * The text being read, shared by all readers: passing it on would cost more than looking at it. Each UTF-16 code unit has one
 * byte in `bytes`: ASCII as it is, everything else as `WIDE`. Behind the text stand zeros, so that a look ahead needs no test.
 */
export let text = '';
export let length = 0;
export let bytes = new Uint8Array(4096);

/** A code unit outside ASCII: which one, `text` says. */
export const WIDE = 128;

/** How far readers may look behind the end; and the encoder always has room for one more character. */
const PADDING = 64;
/** A buffer larger than this is given back after reading. */
const LARGE = 4_000_000;

export const encoder = new TextEncoder();

/** Makes one byte of each code unit of the UTF-8 from `from` to `to`, in place; where they end. */
const narrow = (from: number, to: number): number => {
  const all = bytes;
  let out = from;
  for (let i = from; i < to; i++) {
    const byte = all[i] as number;
    if (byte < WIDE) all[out++] = byte;
    else if (byte >= 0xc0) {
      all[out++] = WIDE;
      if (byte >= 0xf0) all[out++] = WIDE;
    }
  }
  return out;
};

/** The platform's encoder is ten times as fast as a loop over the characters; what it leaves for want of room comes next. */
const open = (next: string): void => {
  text = next;
  length = next.length;
  if (bytes.length < length + PADDING) bytes = new Uint8Array(length + PADDING);
  for (let at = 0; at < length;) {
    const [part, room] = at === 0 ? [next, bytes] : [next.slice(at), bytes.subarray(at)];
    const { read, written } = encoder.encodeInto(part, room);
    at = read === written ? at + written : narrow(at, at + written);
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

/** The code unit at `i`, 0 outside the text. */
export const codeAt = (i: number): number => {
  const byte = byteAt(i);
  return byte < WIDE ? byte : text.charCodeAt(i);
};

/** Where `form`, a sticky expression, ends that matches from `at` on; 0 when it does not. */
export const matchEnd = (form: RegExp, at: number): number => {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : 0;
};

/** What `form`, a sticky expression, matches from `at` on; nothing when it does not. */
export const matchAt = (form: RegExp, at: number): readonly string[] => {
  form.lastIndex = at;
  return form.exec(text) ?? [];
};
