import type { Failure } from '../../core/failure';
import type { Level } from '../../core/verdict';

/** Whose lists the analyst imports; other owners are sources, by id. */
export const ownLists = 'own';

/** Where a list came from, when it was downloaded, and how the last attempt went. */
interface Origin {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** When the copy at hand was known to be the newest; 0 where there is none. */
  readonly fetchedAt: number;
  /** Stored before a request leaves: a dying worker must not ask more often than allowed. */
  readonly triedAt: number;
  /** Attempts in a row that brought nothing, and what the last one said. */
  readonly failures: number;
  readonly failure?: Failure;
}

/** A list of a local source: the analyst's own, or a file that was downloaded whole. */
export interface ListRow {
  /** The source it belongs to. */
  readonly owner: string;
  readonly name: string;
  /** What it says of an entry that does not say so itself. */
  readonly level: Level;
  readonly entries: number;
  /** Lines that were not understood. */
  readonly skipped: number;
  readonly importedAt: number;
  /** Names its index and its parts; changes with every import. Null where nothing was downloaded yet. */
  readonly generation: string | null;
  readonly origin?: Origin;
}

/** Address blocks of one family, sorted by start, wider before narrower. Blocks nest or lie apart, never in part. */
export interface BlockIndex {
  readonly starts: BigUint64Array;
  readonly ends: BigUint64Array;
  /** The next wider block around each, -1 for none. */
  readonly around: Int32Array;
}

/** What is kept in memory of a list: fingerprints of its entries, and its address blocks. */
export interface IndexRow {
  readonly generation: string;
  /** Entries of `2 ** -bits` of all fingerprints lie in one part. */
  readonly bits: number;
  /** Ascending. */
  readonly prints: Float64Array;
  /** Some entries stand for all names below them. */
  readonly below: boolean;
  readonly ipv4?: BlockIndex;
  readonly ipv6?: BlockIndex;
}

/** Entries in full, a few hundred a row. */
export interface PartRow {
  readonly generation: string;
  /** `p3`: the entries whose fingerprints begin with 3. `ipv4 3`: the fourth row of blocks. */
  readonly part: string;
  readonly keys: readonly string[];
  /** 0: as the list says; else the level's rank plus one. */
  readonly levels: Uint8Array;
  readonly notes: readonly string[];
}
