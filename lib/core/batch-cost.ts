/** What a batch would cost, before it starts. */
export interface BatchPreview {
  /** Different ones. */
  readonly iocs: number;
  /** Sources that would be asked or have answers at hand, in the order of the options page. */
  readonly sources: readonly {
    readonly provider: string;
    readonly name: string;
    readonly requests: number;
    /** Answers at hand, which cost nothing. */
    readonly known: number;
    /** Requests left until 00:00 UTC; null where neither a day nor a month is limited. */
    readonly left: number | null;
    /** How long its short windows take at least. */
    readonly milliseconds: number;
    readonly scarce: boolean;
  }[];
}
