import type { Ioc } from '../ioc';
import type { Level } from './verdict';

/** One indicator of an imported list. */
export interface ListEntry {
  readonly ioc: Ioc;
  /** Its own level, where the list says so; else the level of the list. */
  readonly level?: Level;
  readonly note: string;
  /** A domain that stands for every name below it too (`*.evil.example`). */
  readonly below?: true;
}

/** A line, row or object as entries, or null when it was not understood. An empty list: nothing to read (a comment). */
export type Part = { readonly source: string; readonly entries: readonly ListEntry[] | null };

/** Words for a level in lists of the wild. */
const words: Readonly<Record<string, Level>> = {
  malicious: 'malicious',
  bad: 'malicious',
  block: 'malicious',
  suspicious: 'suspicious',
  suspect: 'suspicious',
  benign: 'benign',
  good: 'benign',
  clean: 'benign',
  safe: 'benign',
  allow: 'benign',
  unknown: 'unknown',
};

export const levelNamed = (word: string): Level | undefined => words[word.trim().toLowerCase()];

/** `written` is the text it was read from: `*.evil.example` and `.evil.example` stand for the names below, too. */
export function entryOf(ioc: Ioc, note: string, level: Level | undefined, written = ''): ListEntry {
  const { kind, value } = ioc;
  const below = kind === 'domain' && /^\*?\./.test(written);
  return {
    ioc: { kind, value },
    note,
    ...(level === undefined ? {} : { level }),
    ...(below ? { below } : {}),
  };
}
