import { keyOf } from '../../core/enrichment';
import type { ListHit } from '../../core/plugin';
import { levels } from '../../core/verdict';
import type { Ioc } from '../../ioc';
import type { ReadTx } from '../db';
import { blocksOver, readBlock } from './blocks';
import { keyBelow, partOf, perPart } from './builder';
import { printOf } from './print';
import type { IndexRow, ListRow, PartRow } from './rows';

/** The stores of lists. */
export const listStores = ['lists', 'listIndexes', 'listParts'] as const;
export type ListStore = (typeof listStores)[number];

/** All lists as one transaction sees them. */
export interface Shelf {
  list(owner: string, name: string): ListRow | undefined;
  /** Entries of this source's lists about the indicator: itself, a block around it, a name above it. */
  hits(owner: string, ioc: Ioc): Promise<readonly ListHit[]>;
}

/** Parts kept in memory beside the indexes: on a page the same hits come again. */
const mostParts = 32;
const parts = new Map<string, PartRow>();
const indexes = new Map<string, IndexRow>();
const shelves = new WeakMap<object, Promise<Shelf>>();

/** The lists, read once for each transaction. Indexes stay in memory as long as their lists do. */
export function shelfOf(tx: ReadTx<ListStore>): Promise<Shelf> {
  const known = shelves.get(tx);
  if (known !== undefined) return known;
  const opened = openShelf(tx);
  shelves.set(tx, opened);
  return opened;
}

async function openShelf(tx: ReadTx<ListStore>): Promise<Shelf> {
  const rows = await tx.objectStore('lists').getAll();
  forgetOthers(new Set(rows.map(({ generation }) => generation)));
  return {
    list: (owner, name) => rows.find((row) => row.owner === owner && row.name === name),
    async hits(owner, ioc) {
      const found: ListHit[] = [];
      for (const row of rows) {
        if (row.owner !== owner || row.generation === null) continue;
        const index = indexes.get(row.generation) ?? (await readIndex(tx, row.generation));
        for (const place of placesOf(index, ioc)) {
          const hit = hitOf(row, place, await readPart(tx, row.generation, place.part));
          if (hit !== null) found.push(hit);
        }
      }
      return found;
    },
  };
}

function forgetOthers(generations: ReadonlySet<string | null>): void {
  for (const generation of indexes.keys()) if (!generations.has(generation)) indexes.delete(generation);
  for (const [key, { generation }] of parts) if (!generations.has(generation)) parts.delete(key);
}

async function readIndex(tx: ReadTx<ListStore>, generation: string): Promise<IndexRow> {
  const index = await tx.objectStore('listIndexes').get(generation);
  if (index === undefined) throw new Error('A list without its index.');
  indexes.set(generation, index);
  return index;
}

async function readPart(tx: ReadTx<ListStore>, generation: string, part: string): Promise<PartRow> {
  const key = `${generation} ${part}`;
  const row = parts.get(key) ?? (await tx.objectStore('listParts').get([generation, part]));
  if (row === undefined) throw new Error('A list without one of its parts.');
  parts.delete(key);
  parts.set(key, row);
  const [oldest] = parts.keys();
  if (parts.size > mostParts && oldest !== undefined) parts.delete(oldest);
  return row;
}

/** Where an entry may lie. Without `at` it is looked for by its key: equal fingerprints are not yet equal texts. */
interface Place {
  readonly part: string;
  readonly key?: string;
  readonly at?: number;
}

/** Where entries about an indicator may lie; in memory, and empty for nearly everything that is not listed. */
function placesOf(index: IndexRow, ioc: Ioc): readonly Place[] {
  const places: Place[] = [];
  const look = (key: string) => {
    const print = printOf(key);
    if (holds(index.prints, print)) places.push({ part: `p${partOf(print, index.bits)}`, key });
  };
  look(keyOf(ioc));
  if (index.below && ioc.kind === 'domain') {
    for (let dot = -1; ;) {
      look(keyBelow(ioc.value.slice(dot + 1)));
      dot = ioc.value.indexOf('.', dot + 1);
      if (dot < 0) break;
    }
  }
  if (index.ipv4 === undefined && index.ipv6 === undefined) return places;
  if (ioc.kind !== 'ipv4' && ioc.kind !== 'ipv6' && ioc.kind !== 'cidr') return places;
  const block = readBlock(ioc.value);
  const blocks = block === null ? undefined : index[block.family];
  if (block === null || blocks === undefined) return places;
  for (const nth of blocksOver(blocks, block)) {
    places.push({ part: `${block.family} ${Math.floor(nth / perPart)}`, at: nth % perPart });
  }
  return places;
}

/** Is the number in the ascending list? */
function holds(sorted: Float64Array, wanted: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted;
}

function hitOf(list: ListRow, { key, at: known }: Place, part: PartRow): ListHit | null {
  const at = known ?? part.keys.indexOf(key ?? '');
  const entry = part.keys[at];
  if (entry === undefined) return null;
  return {
    list: list.name,
    entry: entry.slice(entry.indexOf('|') + 1),
    level: levels[(part.levels[at] ?? 0) - 1] ?? list.level,
    note: part.notes[at] ?? '',
    importedAt: list.importedAt,
  };
}
