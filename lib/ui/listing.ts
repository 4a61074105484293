import { namesAll } from '../core/row-words';
import type { Level } from '../core/verdict';
import type { Listed } from '../messages';

/** Groups of a list, worst first. No verdict comes before benign: it is not safe. */
const groupIds = ['malicious', 'suspicious', 'running', 'unknown', 'none', 'benign'] as const;

export type GroupId = (typeof groupIds)[number];

/** A row keeps its level's group while it is asked again; without a level it is running, or has no verdict. */
const groupOf = ({ level, running }: Pick<Listed, 'level' | 'running'>): GroupId =>
  level ?? (running ? 'running' : 'none');

/** What the chips offer: everything, one level, or no level (running ones too). */
export type Chip = 'all' | Level | 'none';

export const chipIds: readonly Chip[] = ['all', 'malicious', 'suspicious', 'unknown', 'benign', 'none'];

export const onChip = (row: Listed, chip: Chip): boolean =>
  chip === 'all' || (chip === 'none' ? row.level === null : row.level === chip);

/** Rows that name the words in their value, kind or reason. Every word must be found; case does not count. */
export function filterRows(rows: readonly Listed[], words: string, chip: Chip): readonly Listed[] {
  const names = namesAll(words);
  return rows.filter((row) => onChip(row, chip) && names(row));
}

export const countChips = (rows: readonly Listed[]): Readonly<Record<Chip, number>> =>
  Object.fromEntries(chipIds.map((chip) => [chip, rows.filter((row) => onChip(row, chip)).length])) as Record<
    Chip,
    number
  >;

/** Where each row stands, by key. */
export type Places = ReadonlyMap<string, GroupId>;

/**
 * Decides where rows stand. While the pointer or the focus is in the list (`held`), rows that are shown keep
 * their place and new ones wait: nothing moves under the analyst.
 * @returns the places, and how many rows wait to be placed anew
 */
export function place(
  before: Places,
  rows: readonly Listed[],
  held: boolean,
): { places: Places; waiting: number } {
  if (!held || before.size === 0)
    return { places: new Map(rows.map((row) => [row.key, groupOf(row)])), waiting: 0 };
  const places = new Map<string, GroupId>();
  let waiting = 0;
  for (const row of rows) {
    const now = groupOf(row);
    const was = before.get(row.key);
    if (was !== now) waiting += 1;
    if (was !== undefined) places.set(row.key, was);
  }
  return { places, waiting };
}

/** Rows by group, worst first, empty groups left out; newest first within a group. */
export function grouped(
  rows: readonly Listed[],
  places: Places,
): readonly { readonly id: GroupId; readonly rows: readonly Listed[] }[] {
  return groupIds
    .map((id) => ({
      id,
      rows: rows.filter((row) => places.get(row.key) === id).sort((a, b) => b.at - a.at),
    }))
    .filter((group) => group.rows.length > 0);
}
