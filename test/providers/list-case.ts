import type { Level } from '../../lib/core/verdict';
import type { Ioc } from '../../lib/ioc';

interface Reads {
  readonly ioc: Ioc;
  readonly level: Level | null | 'none';
  readonly summary?: string;
}

/** What the contract suite needs to know of a source that downloads lists. The file's name is the source's id. */
export interface ListCase {
  /** Indicators that the lab's files know, and one at least that they do not. */
  readonly reads: readonly Reads[];
  /** Bodies that are not the list, or not all of it, by file name: each must be refused. */
  readonly refuses: Readonly<Record<string, readonly string[]>>;
  /** Lines and how many of them are understood, and how many are not. */
  readonly reading: readonly {
    readonly file: string;
    readonly body: string;
    readonly entries: readonly string[];
    readonly skipped: number;
  }[];
  /** Files under `../shared/fixtures`, when that lies beside the checkout: what is read from them. */
  readonly recorded?: readonly {
    readonly file: string;
    readonly of: string;
    readonly entries: readonly string[];
  }[];
}
