import type { ListEntry } from '../../core/ioc-list-entry';
import { keyOf } from '../../core/enrichment';
import { levels } from '../../core/verdict';
import { type Block, byStart, type Family, indexBlocks, readBlock } from './blocks';
import { printBits, printOf } from './print';
import type { IndexRow, PartRow } from './rows';

/** Entries in a part: small enough to read one on a hit, large enough that a million entries are few rows. */
export const perPart = 512;
/** Entries that are sorted into buckets before others may have a turn. */
const stride = 16_384;
/** The key of an entry that stands for a name and all names below it. */
export const keyBelow = (name: string): string => `below|${name}`;

interface Ranged extends Block {
  readonly at: number;
}

/** Packs entries into the form that is kept: add them all, take the parts, then the index. */
export class ListBuilder {
  readonly #generation: string;
  readonly #keys: string[] = [];
  readonly #levels: number[] = [];
  readonly #notes: string[] = [];
  readonly #points: number[] = [];
  readonly #prints: number[] = [];
  readonly #blocks: Record<Family, Ranged[]> = { ipv4: [], ipv6: [] };
  #sorted = new Float64Array(0);
  #bits = 0;
  #below = false;
  #kept = 0;

  constructor(generation: string) {
    this.#generation = generation;
  }

  add({ ioc, level, note, below }: ListEntry): void {
    const at = this.#keys.length;
    const key = below === true && ioc.kind === 'domain' ? keyBelow(ioc.value) : keyOf(ioc);
    this.#keys.push(key);
    this.#levels.push(level === undefined ? 0 : levels.indexOf(level) + 1);
    this.#notes.push(note);
    const block = ioc.kind === 'cidr' ? readBlock(ioc.value) : null;
    if (block !== null) {
      this.#blocks[block.family].push({ ...block, at });
      return;
    }
    if (below === true && ioc.kind === 'domain') this.#below = true;
    this.#points.push(at);
    this.#prints.push(printOf(key));
  }

  /** Every part, each ready to be stored. Null: a good moment to let others have a turn. */
  *parts(): Generator<PartRow | null> {
    yield* this.#pointParts();
    for (const family of ['ipv4', 'ipv6'] as const) yield* this.#blockParts(family);
  }

  /** What is kept in memory; call after the parts were taken. */
  index(): IndexRow {
    const { ipv4, ipv6 } = this.#blocks;
    return {
      generation: this.#generation,
      bits: this.#bits,
      prints: this.#sorted,
      below: this.#below,
      ...(ipv4.length > 0 ? { ipv4: indexBlocks(ipv4) } : {}),
      ...(ipv6.length > 0 ? { ipv6: indexBlocks(ipv6) } : {}),
    };
  }

  /** Entries after equal ones were made one: known once the parts were taken. */
  get size(): number {
    return this.#kept;
  }

  *#pointParts(): Generator<PartRow | null> {
    const count = this.#points.length;
    const bits = Math.min(20, Math.max(0, Math.ceil(Math.log2(count / perPart))));
    this.#bits = bits;
    const { order, ends } = yield* this.#bucketed(bits);
    const sorted = new Float64Array(count);
    let [kept, begin] = [0, 0];
    for (const [part, end] of ends.entries()) {
      const chosen = this.#once(order.subarray(begin, end));
      begin = end;
      for (const nth of chosen) {
        sorted[kept] = this.#prints[nth] ?? 0;
        kept += 1;
      }
      if (chosen.length > 0)
        yield this.#part(
          `p${part}`,
          chosen.map((nth) => this.#points[nth] ?? 0),
        );
    }
    this.#sorted = sorted.slice(0, kept);
    this.#kept += kept;
  }

  /** Points by the first bits of their fingerprints, by counting; where each bucket ends. */
  *#bucketed(bits: number): Generator<null, { order: Uint32Array; ends: Uint32Array }> {
    const ends = new Uint32Array(2 ** bits);
    const count = this.#prints.length;
    const buckets = new Uint32Array(count);
    // Plain loops: iterators over a million numbers would hold up the worker ten times as long.
    for (let nth = 0; nth < count; nth += 1) {
      const bucket = partOf(this.#prints[nth] ?? 0, bits);
      buckets[nth] = bucket;
      ends[bucket] = (ends[bucket] ?? 0) + 1;
      if (nth % stride === 0) yield null;
    }
    const next = new Uint32Array(ends.length);
    for (let at = 1; at < ends.length; at += 1) {
      next[at] = ends[at - 1] ?? 0;
      ends[at] = (ends[at] ?? 0) + (ends[at - 1] ?? 0);
    }
    const order = new Uint32Array(count);
    for (let nth = 0; nth < count; nth += 1) {
      const bucket = buckets[nth] ?? 0;
      const place = next[bucket] ?? 0;
      order[place] = nth;
      next[bucket] = place + 1;
      if (nth % stride === 0) yield null;
    }
    return { order, ends };
  }

  /** By fingerprint; of entries about the same thing the last one, as in a list that is read from top to bottom. */
  #once(bucket: Uint32Array): number[] {
    const last = new Map<string, number>();
    for (const nth of bucket) last.set(this.#keys[this.#points[nth] ?? 0] ?? '', nth);
    return [...last.values()].sort((a, b) => (this.#prints[a] ?? 0) - (this.#prints[b] ?? 0));
  }

  *#blockParts(family: Family): Generator<PartRow> {
    const all = this.#blocks[family].sort((a, b) => byStart(a, b) || b.at - a.at);
    const once = all.filter((block, nth) => nth === 0 || byStart(all[nth - 1] ?? block, block) !== 0);
    this.#blocks[family] = once;
    this.#kept += once.length;
    for (let begin = 0; begin < once.length; begin += perPart) {
      const part = once.slice(begin, begin + perPart);
      yield this.#part(
        `${family} ${begin / perPart}`,
        part.map(({ at }) => at),
      );
    }
  }

  #part(part: string, entries: readonly number[]): PartRow {
    return {
      generation: this.#generation,
      part,
      keys: entries.map((at) => this.#keys[at] ?? ''),
      levels: Uint8Array.from(entries, (at) => this.#levels[at] ?? 0),
      notes: entries.map((at) => this.#notes[at] ?? ''),
    };
  }
}

/** Which part holds the entries with this fingerprint. */
export const partOf = (print: number, bits: number): number => Math.floor(print / 2 ** (printBits - bits));
