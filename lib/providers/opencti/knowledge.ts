import { z } from 'zod';
import type { Kind } from '../../ioc';
import { evidenceTime } from '../../core/evidence-time';
import { counted, distinct, factsOf, tagsOf } from '../../core/facts';
import type { Reading } from '../../core/plugin';
import { answered } from '../../core/reading';
import type { Level } from '../../core/verdict';
import { labelsOf, objectFields, originFacts, text } from './object';

const score = z.number().min(0).max(100).nullish().catch(undefined);

const shared = { ...objectFields, x_opencti_score: score };

/** What detection may act on: an `Indicator`. */
const indicatorSchema = z.object({
  ...shared,
  name: text,
  revoked: z.boolean().nullish().catch(undefined),
  valid_from: text,
  valid_until: text,
  confidence: z.number().nullish().catch(undefined),
});
type Indicator = z.infer<typeof indicatorSchema>;

/** What was seen: a `StixCyberObservable`, with the indicators that rest on it. */
const observableSchema = z.object({
  ...shared,
  entity_type: text,
  observable_value: z.string(),
  hashes: z
    .array(z.object({ hash: z.string() }))
    .nullish()
    .catch(undefined),
  indicators: z.object({ edges: z.array(z.object({ node: indicatorSchema })) }).nullish(),
});
type Observable = z.infer<typeof observableSchema>;

const edges = <T>(node: z.ZodType<T>) => z.object({ edges: z.array(z.object({ node })) });

export const answerSchema = z.object({
  data: z.object({
    stixCyberObservables: edges(observableSchema),
    indicators: edges(indicatorSchema).optional(),
  }),
});

/** An observable with its indicators, or an indicator that no observable stands behind. */
export interface Node {
  readonly values: readonly string[];
  readonly observable?: Observable;
  readonly indicators: readonly Indicator[];
}

export function nodesOf({ data }: z.infer<typeof answerSchema>): Node[] {
  const observed = data.stixCyberObservables.edges.map(({ node }) => ({
    values: [node.observable_value, ...(node.hashes ?? []).map(({ hash }) => hash)],
    observable: node,
    indicators: (node.indicators?.edges ?? []).map((edge) => edge.node),
  }));
  const alone = (data.indicators?.edges ?? []).map(({ node }) => ({
    values: [node.name ?? ''],
    indicators: [node],
  }));
  return [...observed, ...alone];
}

/** Did either list reach its limit, so that more may be there than it tells? */
export const isFull = ({ data }: z.infer<typeof answerSchema>, limit: number): boolean =>
  data.stixCyberObservables.edges.length >= limit || (data.indicators?.edges.length ?? 0) >= limit;

export const isAbout = ({ values }: Node, wanted: string): boolean =>
  values.some((value) => value.toLowerCase() === wanted.toLowerCase());

/** Within its own time, and not taken back. */
const isLive = ({ revoked, valid_from, valid_until }: Indicator, now: number): boolean =>
  revoked !== true && !(Date.parse(valid_from ?? '') > now) && !(Date.parse(valid_until ?? '') <= now);

const isFalse = ({ objectLabel }: Observable | Indicator): boolean =>
  (objectLabel ?? []).some(({ value }) => /false[-_ :]?positive/i.test(value));

const highest = (found: readonly (Observable | Indicator)[]): number =>
  Math.max(0, ...found.map((one) => one.x_opencti_score ?? 0));

/**
 * OpenCTI's score runs from 0 to 100, and 50 is what an object gets of which nobody said more. So an indicator in force
 * convicts from 75 on and is suspicious from 50 on. An observable alone says that something was seen, not that it is bad:
 * suspicious at most. What is labelled a false positive has no vote.
 */
function levelOf(observables: readonly Observable[], live: readonly Indicator[]): Level {
  if (highest(live) >= 75) return 'malicious';
  return Math.max(highest(live), highest(observables)) >= 50 ? 'suspicious' : 'unknown';
}

export function reading(
  nodes: readonly Node[],
  kind: Kind,
  linkTo: (id: string) => string,
  now: number,
): Reading {
  const observables = nodes.flatMap(({ observable }) => observable ?? []);
  const indicators = [
    ...new Map(nodes.flatMap((node) => node.indicators).map((one) => [one.id, one])).values(),
  ];
  const all = [...observables, ...indicators];
  const marked = all.filter(isFalse);
  const live = indicators.filter((one) => isLive(one, now) && !isFalse(one));
  // Whoever marked the observable meant what rests on it too.
  const counting = observables.some(isFalse) ? [] : live;
  const top = Math.max(highest(counting), highest(observables));
  const [first] = [...counting, ...all];
  const seen = observables.map(({ updated_at }) => updated_at ?? '').toSorted();
  return answered({
    level: levelOf(
      observables.filter((one) => !isFalse(one)),
      counting,
    ),
    summary: [
      live.length > 0
        ? `${counted(live.length, 'indicator')} in force`
        : indicators.length > 0
          ? `${counted(indicators.length, 'indicator')}, none in force`
          : 'Seen, without an indicator',
      `score ${top} of 100`,
      ...(marked.length > 0 ? ['marked as false positive'] : []),
    ].join(', '),
    score: { value: top, of: 100 },
    facts: factsOf({
      Type: distinct(observables.map(({ entity_type }) => entity_type)),
      ...originFacts(all),
      'In force until': distinct(live.map(({ valid_until }) => valid_until?.slice(0, 10))).slice(0, 3),
      Confidence: distinct(live.map(({ confidence }) => confidence?.toString())).slice(0, 3),
    }),
    // An indicator in force is as fresh as today.
    ...(counting.length > 0 ? {} : evidenceTime(kind, seen.at(-1))),
    tags: tagsOf(labelsOf(all)),
    ...(first ? { link: linkTo(first.id) } : {}),
  });
}
