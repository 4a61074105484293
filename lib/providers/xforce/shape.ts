import { z } from 'zod';
import { clip } from '../../core/clip';
import { distinct, factsOf, tagsOf } from '../../core/facts';
import type { Answer, Level } from '../../core/verdict';

const text = z.string().nullish().catch(undefined);
const list = z.array(z.string()).nullish().catch(undefined);

/** `GET /ipr/{ip}`: every address has a score. */
export const addressSchema = z.object({
  ip: z.string(),
  score: z.number().min(0).max(10),
  /** Category to confidence in percent. */
  cats: z.record(z.string(), z.number()).nullish().catch(undefined),
  reason: text,
  reasonDescription: text,
  geo: z.object({ country: text }).nullish().catch(undefined),
});

/** `GET /url/{url or domain}`. */
export const urlSchema = z.object({
  result: z.object({
    url: z.string(),
    score: z.number().min(0).max(10).nullable(),
    cats: z.record(z.string(), z.unknown()).nullish().catch(undefined),
    categoryDescriptions: z.record(z.string(), z.string()).nullish().catch(undefined),
  }),
});

/** `GET /malware/{hash}`. */
export const fileSchema = z.object({
  malware: z.object({
    risk: z.string(),
    type: text,
    created: text,
    family: list,
    origins: z
      .object({
        external: z
          .object({ family: list, detectionCoverage: z.number().nullish().catch(undefined) })
          .nullish()
          .catch(undefined),
      })
      .nullish()
      .catch(undefined),
  }),
});

/**
 * The scale of 1 to 10 as X-Force itself cuts it: high from 7, medium from 4. Low is where every address begins that
 * nobody has complained of, so it is no promise.
 */
const levelOf = (score: number): Level => (score >= 7 ? 'malicious' : score >= 4 ? 'suspicious' : 'unknown');

const words = (score: number | null, categories: readonly string[]): string =>
  [
    score === null ? 'Not rated' : `Risk ${score} of 10`,
    ...(categories.length > 0 ? [clip(categories.slice(0, 3).join(', '), 120)] : []),
  ].join(', ');

export function addressAnswer({ score, cats, ...told }: z.infer<typeof addressSchema>): Answer {
  const categories = Object.entries(cats ?? {}).toSorted(([, a], [, b]) => b - a);
  return {
    level: levelOf(score),
    summary: words(
      score,
      categories.map(([name]) => name),
    ),
    score: { value: score, of: 10 },
    facts: factsOf({
      Categories: categories.slice(0, 6).map(([name, percent]) => `${name} ${percent} %`),
      Reason: told.reasonDescription ?? told.reason,
      Country: told.geo?.country,
    }),
    tags: tagsOf(categories.map(([name]) => name)),
  };
}

/** Null where it is neither rated nor put into a category. */
export function urlAnswer({ result }: z.infer<typeof urlSchema>): Answer | null {
  const { score, cats, categoryDescriptions } = result;
  const categories = Object.entries(cats ?? {}).flatMap(([name, is]) => (is === false ? [] : [name]));
  if (score === null && categories.length === 0) return null;
  return {
    level: score === null ? 'unknown' : levelOf(score),
    summary: words(score, categories),
    ...(score === null ? {} : { score: { value: score, of: 10 } }),
    facts: factsOf({
      Categories: categories.slice(0, 6),
      Meaning: categories.slice(0, 2).map((name) => categoryDescriptions?.[name] ?? ''),
    }),
    tags: tagsOf(categories),
  };
}

const risks: Readonly<Record<string, Level>> = { high: 'malicious', medium: 'suspicious' };

export function fileAnswer({ malware }: z.infer<typeof fileSchema>): Answer {
  const families = distinct([...(malware.family ?? []), ...(malware.origins?.external?.family ?? [])]);
  const coverage = malware.origins?.external?.detectionCoverage;
  return {
    level: risks[malware.risk.toLowerCase()] ?? 'unknown',
    summary: [
      `Risk: ${clip(malware.risk, 40)}`,
      ...(families.length > 0 ? [clip(families.slice(0, 3).join(', '), 120)] : []),
    ].join(', '),
    facts: factsOf({
      Families: families.slice(0, 6),
      'Detected by': typeof coverage === 'number' ? `${coverage} % of engines` : '',
      Known: malware.created ? `since ${malware.created.slice(0, 10)}` : '',
    }),
    tags: tagsOf(families),
  };
}
