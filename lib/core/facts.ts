import { clip } from './clip';
import type { Fact } from './verdict';

/** A value as an answer tells it; lists are joined. */
type Told = string | number | null | undefined | readonly string[];

/** Rows for people, in the order given, each one bounded line; what is empty or unknown is left out. */
export function factsOf(rows: Readonly<Record<string, Told>>): Fact[] {
  return Object.entries(rows).flatMap(([label, told]) => {
    const value = clip(
      Array.isArray(told) ? told.filter((one) => one !== '').join(', ') : String(told ?? ''),
    );
    return value === '' ? [] : [{ label, value }];
  });
}

/** The different values that are told, in the order of their first place. */
export const distinct = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== null && value !== undefined)),
];

/** "94,332 bytes"; undefined where no size is told. */
export const bytes = (size: number | undefined): string | undefined =>
  size === undefined ? undefined : `${size.toLocaleString('en')} bytes`;

/** Tags for people: the first twelve different ones, each bounded. */
export const tagsOf = (tags: readonly string[]): string[] =>
  [...new Set(tags.map((tag) => clip(tag, 60)).filter((tag) => tag !== ''))].slice(0, 12);

/** "1 URL", "3 URLs". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
