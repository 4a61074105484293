import { z } from 'zod';
import { evidenceTime } from '../../core/evidence-time';
import { factsOf, tagsOf } from '../../core/facts';
import type { Answer } from '../../core/verdict';
import { pageFields, placeFacts, text } from './page';

const words = z.array(z.string()).nullish().catch(undefined);

/** `GET /api/v1/result/UUID/` (docs.urlscan.io, "Result"), as far as it is shown. */
export const resultSchema = z.object({
  task: z.object({ uuid: z.string(), url: text, time: text, visibility: text }),
  page: z
    .object({
      ...pageFields,
      status: z.union([z.string(), z.number()]).nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
  verdicts: z.object({
    overall: z.object({
      malicious: z.boolean(),
      /** -100 to 100. */
      score: z.number(),
      categories: words,
      tags: words,
      brands: z
        .array(z.object({ name: text }))
        .nullish()
        .catch(undefined),
    }),
  }),
});

/** From this score on a scan that is not called malicious is suspicious. */
const suspicious = 50;

/** What one's own scan found. A page that is not judged malicious is not thereby harmless: facts alone. */
export function resultAnswer({ task, page, verdicts }: z.infer<typeof resultSchema>, link: string): Answer {
  const { malicious, score, categories, tags, brands } = verdicts.overall;
  const level = malicious ? 'malicious' : score >= suspicious ? 'suspicious' : null;
  const what = malicious ? 'judged malicious' : `not judged malicious, score ${score}`;
  return {
    level,
    summary: `Your scan: ${[what, ...(categories ?? []).slice(0, 2)].join(', ')}`,
    facts: factsOf({
      Scanned: task.time?.slice(0, 10),
      Visibility: task.visibility,
      'Led to': page?.url === task.url ? undefined : page?.url,
      Title: page?.title,
      'Poses as': (brands ?? []).map(({ name }) => name ?? '').slice(0, 5),
      ...placeFacts(page),
    }),
    ...(level === null ? {} : evidenceTime('url', task.time)),
    tags: tagsOf(tags ?? []),
    link,
  };
}
