/** A source that a person may have asked about an indicator, by name. No run asks it by itself. */
export interface Offer {
  readonly provider: string;
  /** The source's name for people. */
  readonly name: string;
}
