/** As much of a DNS message (RFC 1035, 4.1) as a question needs, and the header of its answer. */

/** The question section for the address (type A, class IN) of a name; null where DNS can hold no such name (RFC 1035, 2.3.4). */
function questionOf(name: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const label of name.split('.')) {
    const letters = new TextEncoder().encode(label);
    if (letters.length === 0 || letters.length > 63) return null;
    bytes.push(letters.length, ...letters);
  }
  // With the root's empty label at the end.
  return bytes.length > 254 ? null : Uint8Array.from([...bytes, 0, 0, 1, 0, 1]);
}

/** Id 0, as RFC 8484 (4.1) wants it for the sake of caches; "recursion desired"; one question. */
const head = [0, 0, 0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 0];

/** A query for the address of an ASCII name in base64url, or null where DNS can hold no such name. */
export function encode(name: string): string | null {
  const question = questionOf(name);
  if (question === null) return null;
  return btoa(String.fromCharCode(...head, ...question))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

export interface Header {
  /** The response code. */
  readonly code: number;
  /** Records in the answer and in the authority section. */
  readonly answers: number;
  readonly authorities: number;
}

/** The header of an answer to just this question; null where the bytes are no such answer. */
export function headerOf(bytes: Uint8Array, name: string): Header | null {
  const question = questionOf(name);
  if (question === null || bytes.length < head.length + question.length) return null;
  const at = (place: number): number => bytes[place] ?? 0;
  const pair = (place: number): number => at(place) * 256 + at(place + 1);
  // A letter is the same in either case (RFC 4343); lengths and types are no letters.
  const lower = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);
  const same = question.every((byte, index) => lower(byte) === lower(at(head.length + index)));
  const isAnswer = (at(2) & 0x80) !== 0 && (at(2) & 0x78) === 0;
  const whole = (at(2) & 0x02) === 0;
  if (pair(0) !== 0 || !isAnswer || !whole || pair(4) !== 1 || !same) return null;
  return { code: at(3) & 0x0f, answers: pair(6), authorities: pair(8) };
}
