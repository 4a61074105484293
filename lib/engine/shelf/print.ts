/** Bits of a fingerprint: what a double holds exactly, with one to spare. */
export const printBits = 52;
const low = 2 ** 32;

/**
 * A fingerprint of 52 bits, spread evenly: two streams of 32 bits mixed as MurmurHash3 mixes (its constants). Not secret
 * and not proof against forgery: whoever finds an equal one compares the whole text.
 */
export function printOf(text: string): number {
  let a = 0x9e3779b1;
  let b = 0x85ebca77;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0xcc9e2d51);
    a ^= a >>> 15;
    b = Math.imul(b ^ code, 0x1b873593);
    b ^= b >>> 13;
  }
  a = finished(a ^ text.length);
  b = finished(b ^ a);
  return (b >>> 12) * low + (a >>> 0);
}

function finished(sum: number): number {
  const once = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
