/** Rows of a list in short (a batch, what a tab shows), as columns: thousands travel at once. What is drawn is asked for by `listed`. */
export interface ShortRows {
  readonly keys: readonly string[];
  /** One character for each row (`standing-digit.ts`). */
  readonly standings: string;
  /** When each was enriched last, epoch milliseconds; 0 for never. */
  readonly at: readonly number[];
  /** Malicious ones that have no Investigation. */
  readonly unfiled: readonly string[];
  /** Which rows name the words that were asked for; null where none were. */
  readonly named: readonly number[] | null;
}
