import type { Indicator } from './kind';
import { scan } from './scan';

/** A change of a text: at `start`, `removed` code units made way for `added` new ones. */
export interface Change {
  readonly start: number;
  readonly removed: number;
  readonly added: number;
}

/**
 * The indicators of `text`, which came from an older text with the indicators `before` by one change. Only the lines that
 * the change touches are read: no rule looks beyond a line end, so the answer is that of `find(text)`.
 */
export const rescan = (text: string, before: readonly Indicator[], change: Change): Indicator[] => {
  const { start, removed, added } = change;
  const from = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', start + added);
  const to = lineEnd < 0 ? text.length : lineEnd;
  const shift = added - removed;
  const moved =
    (by: number) =>
    (one: Indicator): Indicator => ({ ...one, start: one.start + by, end: one.end + by });
  return [
    ...before.filter((one) => one.end <= from),
    ...scan(text.slice(from, to)).map(moved(from)),
    ...before.filter((one) => one.start >= to - shift).map(moved(shift)),
  ];
};
