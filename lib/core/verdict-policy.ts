/** How many answers become one level. Part of the configuration; weights by source id replace the sources' own. */
export interface VerdictPolicy {
  /**
   * What convicts. `weighted`: one strong source (0.8) or two fair ones (0.5). `any`: one source that has a vote.
   * `quorum`: so many sources. Under each, a source of weight 1 (your own lists and intelligence) convicts alone.
   */
  readonly rule: (typeof verdictRules)[number];
  readonly quorum: number;
  /** Evidence older than this many days counts half: addresses and names change hands. */
  readonly staleDays: number;
  readonly weights: Readonly<Record<string, number>>;
}

export const verdictRules = ['weighted', 'any', 'quorum'] as const;

export const defaultVerdictPolicy: VerdictPolicy = {
  rule: 'weighted',
  quorum: 2,
  staleDays: 180,
  weights: {},
};
