import { z } from 'zod';
import { addressFields, keyedAddress, keyField } from '../core/address';
import { under } from '../core/base-url';
import { evidenceTime } from '../core/evidence-time';
import { counted, factsOf } from '../core/facts';
import { defineProvider } from '../core/plugin';
import { rateLimit } from '../core/quota';
import { answered, failed, failedWith, none, parse } from '../core/reading';
import { refusal } from '../core/refusal';
import type { Level } from '../core/verdict';

const who = 'AbuseIPDB';
/** Days that reports are looked back on; the API counts 30 unless told, and takes 1 to 365. */
const days = 90;

const text = z.string().optional().catch(undefined);

/** The answer of `GET /api/v2/check` (docs.abuseipdb.com, "CHECK Endpoint"). */
const checkSchema = z.object({
  data: z.object({
    abuseConfidenceScore: z.int().min(0).max(100),
    totalReports: z.int().nonnegative(),
    isWhitelisted: z.boolean().nullish().catch(null),
    isTor: z.boolean().default(false).catch(false),
    numDistinctUsers: z.int().optional().catch(undefined),
    lastReportedAt: text,
    countryCode: text,
    usageType: text,
    isp: text,
    domain: text,
    hostnames: z.array(z.string()).default([]).catch([]),
  }),
});

export default defineProvider({
  id: 'abuseipdb',
  name: who,
  homepage: 'https://www.abuseipdb.com/',
  settings: z.object({
    key: z.string().default('').meta(keyField),
    ...addressFields(z.string(), z.boolean(), 'https://api.abuseipdb.com'),
    perDay: z.int().min(1).default(1000).meta({ title: 'Checks a day that your key allows' }),
  }),
  ...keyedAddress,
  kinds: ['ipv4', 'ipv6'],
  discloses: { class: 'passive', words: 'Sees the address. Never reports anything.' },
  weight: 0.6,
  onByDefault: false,
  maxTlp: 'green',
  // Free: 1,000 checks a day, renewed at 00:00 UTC; other plans 3,000 to 50,000 (docs.abuseipdb.com, "API Daily Rate Limits").
  limits: [{ requests: 1000, per: 'day' }],
  limitsBy: ({ perDay }) => [{ requests: perDay, per: 'day' }],
  // Its window is the UTC day; the reset is told with a 429 only.
  quota: (answer) => rateLimit(answer, 'day'),
  fresh: { found: 6 * 3_600_000, none: 6 * 3_600_000 },
  // AbuseIPDB's own address for tests (docs.abuseipdb.com, examples): always reported.
  sample: { kind: 'ipv4', value: '118.25.6.39' },

  request: (ioc, { settings }) => ({
    url: under(
      settings.baseUrl,
      `/api/v2/check?ipAddress=${encodeURIComponent(ioc.value)}&maxAgeInDays=${days}`,
    ),
    // Without Accept, errors come as web pages.
    headers: { Key: settings.key, Accept: 'application/json' },
  }),

  read(answer, ioc, { now }) {
    const refused = refusal(answer, who, now, { no404: true });
    if (refused) return failed(refused);
    if (answer.status === 422) {
      return failedWith('rejected', `${who} does not take this form of address (422). Look it up by hand.`);
    }
    const check = parse(answer, checkSchema, who);
    if (!check.ok) return failed(check.failure);
    const { abuseConfidenceScore: score, totalReports, isWhitelisted, ...data } = check.value.data;
    if (totalReports === 0 && score === 0 && isWhitelisted !== true) {
      return none(`Nobody reported it to ${who} in ${days} days.`);
    }
    return answered({
      level: isWhitelisted === true ? 'benign' : levelOf(score),
      summary: `${isWhitelisted === true ? 'Whitelisted; ' : ''}${score} % confidence of abuse, ${counted(totalReports, 'report')} in ${days} days`,
      score: { value: score, of: 100 },
      facts: factsOf({
        Reporters: data.numDistinctUsers,
        'Last report': data.lastReportedAt?.slice(0, 10),
        Provider: data.isp,
        Use: data.usageType,
        Domain: data.domain,
        Names: data.hostnames,
        Country: data.countryCode,
      }),
      ...evidenceTime(ioc.kind, data.lastReportedAt),
      tags: data.isTor ? ['tor'] : [],
    });
  },

  link: (ioc) => `https://www.abuseipdb.com/check/${encodeURIComponent(ioc.value)}`,
});

/**
 * AbuseIPDB itself advises to block from 75 on (its FAQ); from 25 on several people have reported. Below, a single
 * report may be somebody's mistake, and no judgement follows.
 */
const levelOf = (score: number): Level =>
  score >= 75 ? 'malicious' : score >= 25 ? 'suspicious' : 'unknown';
