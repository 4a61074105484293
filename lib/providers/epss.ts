import { z } from 'zod';
import type { Ioc } from '../ioc';
import { addressFields, openAddress } from '../core/address';
import { under } from '../core/base-url';
import { factsOf } from '../core/facts';
import type { HttpAnswer } from '../core/http';
import { defineProvider, type Reading } from '../core/plugin';
import { answered, crowdedOut, none, parseUnless, readEach } from '../core/reading';
import { refusal } from '../core/refusal';

const who = 'EPSS';
const day = 24 * 3_600_000;

/** Scores are text (api.first.org/epss). */
const share = z.coerce.number().min(0).max(1);
const answerSchema = z.object({
  /** Of an error it is another word, beside an empty list. */
  status: z.literal('OK').optional(),
  total: z.int().optional().catch(undefined),
  data: z.array(
    z.object({
      cve: z.string(),
      epss: share,
      percentile: share.optional().catch(undefined),
      date: z.string().optional().catch(undefined),
    }),
  ),
});

export default defineProvider({
  id: 'epss',
  name: who,
  homepage: 'https://www.first.org/epss/',
  settings: z.object({ ...addressFields(z.string(), z.boolean(), 'https://api.first.org') }),
  ...openAddress,
  kinds: ['cve'],
  discloses: { class: 'passive', words: 'FIRST sees the CVE.' },
  // A vulnerability is not malicious: a fact for the order of work.
  weight: 0,
  onByDefault: false,
  maxTlp: 'green',
  // Unpublished; scores change once a day.
  limits: [{ requests: 60, per: 60_000 }],
  together: 2,
  fresh: { found: day, none: 3_600_000 },
  sample: { kind: 'cve', value: 'CVE-2021-44228' },

  request: (ioc, { settings }) => ask([ioc], settings.baseUrl),
  read: (answer, ioc, { now }) => read(answer, [ioc], now)[0] ?? none(nothing),

  batch: {
    // The list may be 2000 characters long (api.first.org/epss); a CVE takes up to 18.
    size: 100,
    request: (iocs, { settings }) => ask(iocs, settings.baseUrl),
    read: (answer, iocs, { now }) => read(answer, iocs, now),
  },

  link: ({ value }) => `https://www.first.org/epss/data_stats?cve=${encodeURIComponent(value)}`,
});

const nothing = 'EPSS has no score for this CVE.';

const ask = (iocs: readonly Ioc[], baseUrl: string) => ({
  // One page holds 100 rows unless told.
  url: under(baseUrl, `/data/v1/epss?cve=${iocs.map(({ value }) => encodeURIComponent(value)).join(',')}`),
  headers: { Accept: 'application/json' },
});

function read(answer: HttpAnswer, iocs: readonly Ioc[], now: number): readonly Reading[] {
  const refused = refusal(answer, who, now, { keyless: true, no404: true });
  return readEach(iocs, parseUnless(refused, answer, answerSchema, who), ({ value }, { data, total = 0 }) => {
    const score = data.find(({ cve }) => cve.toUpperCase() === value.toUpperCase());
    if (!score) return total > data.length ? crowdedOut(who) : none(nothing);
    return answered({
      level: null,
      summary: `${percent(score.epss)} likely to be exploited within 30 days`,
      score: { value: Math.round(score.epss * 1000) / 10, of: 100 },
      facts: factsOf({
        EPSS: percent(score.epss),
        'Higher than': score.percentile === undefined ? '' : `${percent(score.percentile)} of all CVEs`,
        Date: score.date,
      }),
    });
  });
}

const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
