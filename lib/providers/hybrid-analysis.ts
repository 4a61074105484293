import { z } from 'zod';
import { addressFields, keyedAddress, keyField } from '../core/address';
import { under } from '../core/base-url';
import { counted, distinct, factsOf } from '../core/facts';
import { defineProvider } from '../core/plugin';
import { apiLimits } from '../core/quota';
import { answered, failed, none, parse } from '../core/reading';
import { elsewhere, refusal } from '../core/refusal';
import type { Level } from '../core/verdict';

const who = 'Hybrid Analysis';
const text = z.string().nullish().catch(undefined);

const reportSchema = z.object({
  /** Null before there is one. That it is told tells a report from an error. */
  verdict: z.unknown().refine((verdict) => verdict !== undefined),
  threat_score: z.number().nullish().catch(undefined),
  vx_family: text,
  environment_description: text,
  analysis_start_time: text,
  submit_name: text,
});
/** `GET /search/hash` answers an object, the older form of it the list alone. */
const answerSchema = z.union([
  z.array(reportSchema),
  z.object({ reports: z.array(reportSchema) }).transform(({ reports }) => reports),
]);

/** From most to least urgent; "no specific threat" and "no verdict" acquit nobody. */
const verdicts: readonly (readonly [string, Level])[] = [
  ['malicious', 'malicious'],
  ['suspicious', 'suspicious'],
  ['whitelisted', 'benign'],
  ['no specific threat', 'unknown'],
];

export default defineProvider({
  id: 'hybrid-analysis',
  name: who,
  homepage: 'https://www.hybrid-analysis.com/',
  settings: z.object({
    key: z.string().default('').meta(keyField),
    ...addressFields(z.string(), z.boolean(), 'https://www.hybrid-analysis.com'),
  }),
  ...keyedAddress,
  kinds: ['md5', 'sha1', 'sha256'],
  discloses: { class: 'passive', words: 'Sees the hash. Looks up reports; never submits anything.' },
  weight: 0.5,
  onByDefault: false,
  maxTlp: 'green',
  // What a free key is given; a vetted one may have more.
  limits: [
    { requests: 5, per: 60_000 },
    { requests: 200, per: 3_600_000 },
  ],
  quota: apiLimits,
  together: 1,
  fresh: { found: 24 * 3_600_000, none: 3_600_000 },
  sample: { kind: 'sha256', value: '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f' },

  request: ({ value }, { settings }) => ({
    url: under(settings.baseUrl, `/api/v2/search/hash?hash=${value}`),
    headers: { 'api-key': settings.key, Accept: 'application/json' },
  }),

  read(answer, _, { now }) {
    const refused = refusal(answer, who, now);
    if (refused) return failed(refused);
    if (answer.status === 404) {
      // Its own "not found" is JSON about the sample; what a gateway says is about the address.
      const aboutSample = z.object({
        message: z.string().regex(/^(?!.*\b(?:route|path|endpoint|method|url)\b)/i),
      });
      return parse(answer, aboutSample, who).ok ? none(nothing) : failed(elsewhere(answer, who));
    }
    const parsed = parse(answer, answerSchema, who);
    if (!parsed.ok) return failed(parsed.failure);
    const reports = parsed.value;
    if (reports.length === 0) return none(nothing);
    const [said, level] = verdicts.find(([word]) => reports.some(({ verdict }) => verdict === word)) ?? [
      'no verdict',
      'unknown',
    ];
    const score = Math.max(-1, ...reports.map(({ threat_score }) => threat_score ?? -1));
    return answered({
      level,
      summary: `${said}, ${counted(reports.length, 'report')}`,
      ...(score < 0 ? {} : { score: { value: score, of: 100 } }),
      facts: factsOf({
        'Threat score': score < 0 ? undefined : `${score} of 100`,
        Family: distinct(reports.map(({ vx_family }) => vx_family)),
        Name: reports[0]?.submit_name,
        Environments: distinct(reports.map((one) => one.environment_description)),
        Analysed: reports
          .flatMap(({ analysis_start_time }) => analysis_start_time ?? [])
          .toSorted()
          .at(-1),
      }),
    });
  },

  link: ({ kind, value }) =>
    kind === 'sha256'
      ? `https://www.hybrid-analysis.com/sample/${value}`
      : `https://www.hybrid-analysis.com/search?query=${value}`,
});

const nothing = 'Hybrid Analysis has no report of it.';
