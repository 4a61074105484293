/** What only a person can settle. */
export interface Attention {
  /** Investigations that the hourly ceiling held back. */
  readonly held: number;
  /** Those that could not be filed and are not tried again, the first of them, and why; null where there are none. */
  readonly unfiled: { readonly count: number; readonly key: string; readonly why: string } | null;
  /** Why nothing can be stored, in words; null when all is well. */
  readonly trouble: string | null;
}
