/** A stretch of text. `\n` in it is a line break. At most one mark, since some trackers refuse to combine them. */
export interface Inline {
  readonly text: string;
  readonly mark?: 'strong' | 'em' | 'code';
  /** Absolute http(s) address. */
  readonly link?: string;
}

export type Line = readonly Inline[];

/** What a report is made of: the part of Markdown that every tracker can show. */
export type Block =
  | { readonly block: 'heading'; readonly level: number; readonly line: Line }
  | { readonly block: 'paragraph'; readonly line: Line }
  | { readonly block: 'bullets'; readonly items: readonly Line[] }
  | { readonly block: 'code'; readonly text: string }
  | { readonly block: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] };

export type Document = readonly Block[];
