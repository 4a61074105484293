import type { Ioc } from '../ioc';
import type { Level } from './verdict';

/** One indicator of an imported list. */
export interface ListEntry {
  readonly ioc: Ioc;
  /** Its own level, where the list says so; else the level of the list. */
  readonly level?: Level;
  readonly note: string;
}

/** What reading a list brought. */
export interface ListReading {
  readonly entries: readonly ListEntry[];
  /** Lines, rows or STIX indicators that were not understood. */
  readonly skipped: number;
  /** The first of them. */
  readonly examples: readonly string[];
}

/** A line, row or object as entries, or null when it was not understood. An empty list: nothing to read (a comment). */
export type Part = { readonly source: string; readonly entries: readonly ListEntry[] | null };

const shownExamples = 5;

export function readingOf(parts: readonly Part[], clip: (text: string) => string): ListReading {
  const skipped = parts.filter(({ entries }) => entries === null);
  return {
    entries: parts.flatMap(({ entries }) => entries ?? []),
    skipped: skipped.length,
    examples: skipped.slice(0, shownExamples).map(({ source }) => clip(source)),
  };
}

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

export function entryOf(ioc: Ioc, note: string, level: Level | undefined): ListEntry {
  const { kind, value } = ioc;
  return level === undefined ? { ioc: { kind, value }, note } : { ioc: { kind, value }, note, level };
}
