import { find, kinds, type Kind } from '../../lib/ioc';

interface Label {
  readonly type: string;
  readonly value: string;
  readonly alt?: readonly { readonly type: string; readonly value: string }[];
}

/** A text with what it holds (`expect`) and what may be found or not (`optional`). */
export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly tier: string;
  readonly expect: readonly Label[];
  readonly optional?: readonly Label[];
}

export interface Score {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  /** The share of the texts without any indicator in which nothing is found. */
  readonly clean: number;
  readonly missed: readonly string[];
  readonly extra: readonly string[];
}

/** Says what a text holds, as pairs of kind and value. */
export type Detector = (text: string) => readonly { readonly kind: string; readonly value: string }[];

const isKind = (type: string): type is Kind => kinds.includes(type as Kind);

/** One spelling for what different tools write in different ways: case, zeros of IPv6, letters of a host. */
const canonical = (kind: string, value: string): string => {
  const [first] = find(value);
  if (first?.kind === kind && first.start === 0 && first.end === value.length) return first.value;
  if (!URL.canParse(`http://${value}`)) return value.toLowerCase();
  return kind === 'domain' ? new URL(`http://${value}`).hostname : value.toLowerCase();
};

const key = (kind: string, value: string): string => `${kind} ${canonical(kind, value)}`;

/** Counts pairs of kind and value, once per text. An alternative of a label counts as right. */
export const score = (cases: readonly Labelled[], detect: Detector): Score => {
  let right = 0;
  let empty = 0;
  let clean = 0;
  const missed: string[] = [];
  const extra: string[] = [];
  for (const { id, text, expect, optional = [] } of cases) {
    const found = new Set(detect(text).map(({ kind, value }) => key(kind, value)));
    const allowed = new Set(optional.map(({ type, value }) => key(type, value)));
    for (const label of expect.filter(({ type }) => isKind(type))) {
      const ways = [label, ...(label.alt ?? [])].map(({ type, value }) => key(type, value));
      if (ways.some((way) => found.has(way))) right++;
      else missed.push(`${id}: ${ways[0]}`);
      for (const way of ways) allowed.add(way);
    }
    const wrong = [...found].filter((pair) => !allowed.has(pair));
    extra.push(...wrong.map((pair) => `${id}: ${pair}`));
    if (expect.length > 0) continue;
    empty++;
    if (wrong.length === 0) clean++;
  }
  const precision = right / (right + extra.length);
  const recall = right / (right + missed.length);
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    clean: clean / empty,
    missed,
    extra,
  };
};
