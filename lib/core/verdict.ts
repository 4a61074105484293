/** From least to most urgent, so that the position is the rank. `unknown` is never `benign`. */
export const levels = ['unknown', 'benign', 'suspicious', 'malicious'] as const;

export type Level = (typeof levels)[number];

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What one source knows of an indicator. Plain data: it is stored, sent and shown as text. */
export interface Answer {
  /** `null`: facts only (registration, open ports). Such an answer has no vote. */
  readonly level: Level | null;
  /** One line for a person: "17 of 94 engines". */
  readonly summary: string;
  readonly facts?: readonly Fact[];
  readonly tags?: readonly string[];
  /** The figure behind the level, for the difference between two runs. */
  readonly score?: { readonly value: number; readonly of: number };
  /** Epoch milliseconds of the evidence (last analysis, last report), where the source tells. Old evidence counts less. */
  readonly asOf?: number;
  /** Known to be good, whatever some engine finds odd: "on a list of popular domains". Outweighs "suspicious". */
  readonly allows?: string;
  /** The source's own page for this indicator, better than `Provider.link` where the answer tells it. */
  readonly link?: string;
}

/** One reason that counted towards (or, with weight 0, did not count towards) a verdict. */
export interface Reason {
  readonly provider: string;
  readonly level: Level;
  readonly text: string;
  /** 0 to 1: how far this source is believed. */
  readonly weight: number;
  /** Why the source knows it to be good. */
  readonly allows?: string;
}

/** Several answers made into one level. */
export interface Verdict {
  /** `null`: nobody could judge. Shown as "No verdict", which does not mean safe. */
  readonly level: Level | null;
  /** One sentence: why. */
  readonly summary: string;
  readonly reasons: readonly Reason[];
  /** Who says otherwise, in words; empty when nobody does. */
  readonly dissent: string;
}
