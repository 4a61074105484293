import { z } from 'zod';
import type { Kind } from '../../ioc';
import { evidenceTime } from '../../core/evidence-time';
import { counted, factsOf, tagsOf } from '../../core/facts';
import type { Answer, Level } from '../../core/verdict';
import { pageFields, placeFacts, text } from './page';

const number = z.number().nullish().catch(undefined);

const scanSchema = z.object({
  _id: z.string(),
  task: z.object({
    url: text,
    time: text,
    tags: z.array(z.string()).nullish().catch(undefined),
  }),
  page: z
    .object({
      ...pageFields,
      status: text,
      domainAgeDays: number,
    })
    .nullish()
    .catch(undefined),
  /** Shown to some plans only. */
  verdicts: z
    .object({ malicious: z.boolean().nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
});
type Scan = z.infer<typeof scanSchema>;

/** `GET /api/v1/search/` (docs.urlscan.io), newest first. */
export const searchSchema = z.object({ results: z.array(scanSchema), total: z.int().nonnegative() });

/** Null where no scan is of this indicator. */
export function scanAnswer(kind: Kind, value: string, found: z.infer<typeof searchSchema>): Answer | null {
  // A URL is also found inside longer ones, which are other pages.
  const scans = kind === 'url' ? found.results.filter((scan) => isOf(scan, value)) : found.results;
  const [newest] = scans;
  if (!newest) return null;
  const bad = scans.filter(({ verdicts }) => verdicts?.malicious === true);
  const [shown = newest] = bad;
  const total = kind === 'url' ? scans.length : Math.max(found.total, scans.length);
  const { page, task, _id: id } = shown;
  return {
    level: levelOf(kind, bad.length),
    summary: [
      ...(bad.length > 0 ? [verdictWords(bad.length, scans.length)] : []),
      counted(total, 'public scan'),
    ].join(', '),
    facts: factsOf({
      Scanned: task.time?.slice(0, 10),
      'Asked for': task.url,
      'Led to': page?.url === task.url ? undefined : page?.url,
      Title: page?.title,
      ...placeFacts(page),
      'Age of the domain':
        typeof page?.domainAgeDays === 'number' ? counted(page.domainAgeDays, 'day') : undefined,
    }),
    ...(bad.length > 0 ? evidenceTime(kind, task.time) : {}),
    tags: tagsOf(scans.flatMap((scan) => scan.task.tags ?? [])),
    ...(/^[\w-]+$/.test(id) ? { link: `https://urlscan.io/result/${id}/` } : {}),
  };
}

const verdictWords = (bad: number, of: number): string =>
  of === 1 ? 'judged malicious' : `${bad} of the last ${of} scans judged malicious`;

/**
 * A page that urlscan judged malicious convicts its own URL. Its domain is suspicious at most, since anybody may have a
 * page on some (docs.google.com); what it shares an address or a script with is accused of nothing. That somebody had a
 * thing scanned is no judgement either.
 */
function levelOf(kind: Kind, bad: number): Level | null {
  if (bad === 0) return null;
  if (kind === 'url') return 'malicious';
  return kind === 'domain' ? 'suspicious' : null;
}

/** Everything is indexed in lower case, and a URL without a path has one once it was visited. */
const canonical = (url: string | null | undefined): string =>
  (url && URL.canParse(url) ? new URL(url).href : (url ?? '')).toLowerCase();

const isOf = ({ task, page }: Scan, url: string): boolean =>
  [task.url, page?.url].some((one) => canonical(one) === canonical(url));
