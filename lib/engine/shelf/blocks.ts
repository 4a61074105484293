import { blockOf } from '../internal';
import type { BlockIndex } from './rows';

export type Family = 'ipv4' | 'ipv6';

/** First and last address, as numbers of 32 or 128 bits. */
export interface Block {
  readonly family: Family;
  readonly start: bigint;
  readonly end: bigint;
}

const word = 64n;
const mask = (1n << word) - 1n;

/** An address or CIDR block; null where the text is neither. An IPv4-mapped address is the IPv4 address. */
export function readBlock(text: string): Block | null {
  const block = blockOf(text);
  if (block === null) return null;
  const rest = BigInt(block.width - block.prefix);
  const start = (block.value >> rest) << rest;
  return { family: block.width === 32 ? 'ipv4' : 'ipv6', start, end: start + (1n << rest) - 1n };
}

/** Wider before narrower, so that a block stands after all that enclose it. */
export const byStart = (a: Block, b: Block): number => {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  return a.end === b.end ? 0 : a.end > b.end ? -1 : 1;
};

/** Two words of 64 bits a bound. */
export function indexBlocks(sorted: readonly Block[]): BlockIndex {
  const starts = new BigUint64Array(sorted.length * 2);
  const ends = new BigUint64Array(sorted.length * 2);
  const around = new Int32Array(sorted.length);
  const enclosing: number[] = [];
  for (const [at, { start, end }] of sorted.entries()) {
    starts.set([start >> word, start & mask], at * 2);
    ends.set([end >> word, end & mask], at * 2);
    while ((sorted[enclosing.at(-1) ?? -1]?.end ?? end) < end) enclosing.pop();
    around[at] = enclosing.at(-1) ?? -1;
    enclosing.push(at);
  }
  return { starts, ends, around };
}

/** Positions of every block that holds this one whole, the narrowest first. */
export function blocksOver({ starts, ends, around }: BlockIndex, { start, end }: Block): number[] {
  let [low, high] = [0, around.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (bound(starts, middle) <= start) low = middle + 1;
    else high = middle;
  }
  const over: number[] = [];
  // Blocks nest: whatever holds the address begins at or encloses the last block that begins before it.
  for (let at = low - 1; at >= 0; at = around[at] ?? -1) if (bound(ends, at) >= end) over.push(at);
  return over;
}

const bound = (words: BigUint64Array, at: number): bigint =>
  ((words[at * 2] ?? 0n) << word) | (words[at * 2 + 1] ?? 0n);
