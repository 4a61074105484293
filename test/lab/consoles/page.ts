import type { Ioc } from '../../../lib/ioc';

/** An indicator that a page shows to a reader, and how often. Private addresses are found, but never asked about. */
export interface Expected extends Ioc {
  readonly count: number;
  readonly private: boolean;
}

/** One page of the lab, with what a reader of it finds. */
export interface Page {
  readonly html: string;
  readonly expected: readonly Expected[];
  /** Other files under the same host, by path. */
  readonly files?: Readonly<Record<string, { readonly type: string; readonly body: string }>>;
}

/** Counts what a page shows. */
export function tally(shown: readonly Ioc[]): Expected[] {
  const counted = new Map<string, Expected>();
  for (const { kind, value } of shown) {
    const key = `${kind}|${value}`;
    const count = (counted.get(key)?.count ?? 0) + 1;
    counted.set(key, { kind, value, count, private: value.startsWith('10.') });
  }
  return [...counted.values()];
}

/** A whole document around a body. */
export const documentOf = (title: string, body: string, style = '', script = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>${style}</style></head><body>${body}${script ? `<script>${script}</script>` : ''}</body></html>`;
