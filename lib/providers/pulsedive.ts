import { z } from 'zod';
import type { Ioc } from '../ioc';
import { addressFields, keyedAddress, keyField } from '../core/address';
import { asciiHost, asciiUrl } from '../core/ascii-host';
import { base64 } from '../core/base64';
import { under } from '../core/base-url';
import { clip } from '../core/clip';
import { evidenceTime } from '../core/evidence-time';
import { factsOf, tagsOf } from '../core/facts';
import { defineProvider, type Reading } from '../core/plugin';
import { answered, failed, failedWith, none, parse } from '../core/reading';
import { elsewhere, refusal } from '../core/refusal';
import type { Level } from '../core/verdict';

const who = 'Pulsedive';
const hour = 3_600_000;

const text = z.string().nullish().catch(undefined);
const names = z
  .array(z.object({ name: z.string() }))
  .nullish()
  .catch(undefined);

/** The answer of `GET /api/info.php` (pulsedive.com/api). `risk` must be what it says: it tells an answer from an error. */
const infoSchema = z.object({
  risk: z.enum(['unknown', 'none', 'low', 'medium', 'high', 'critical', 'retired']),
  risk_recommended: text,
  /** The reason, or 0. */
  retired: z.union([z.string(), z.number()]).nullish().catch(undefined),
  stamp_added: text,
  stamp_seen: text,
  riskfactors: z
    .array(z.object({ description: z.string() }))
    .nullish()
    .catch(undefined),
  threats: names,
  feeds: names,
});
type Info = z.infer<typeof infoSchema>;

const errorSchema = z.object({ error: z.string() });

export default defineProvider({
  id: 'pulsedive',
  name: who,
  homepage: 'https://pulsedive.com/',
  settings: z.object({
    key: z.string().default('').meta(keyField),
    ...addressFields(z.string(), z.boolean(), 'https://pulsedive.com'),
    perDay: z.int().min(1).default(50).meta({ title: 'Requests a day that your key allows' }),
    perMonth: z.int().min(1).default(500).meta({ title: 'Requests a month that your key allows' }),
  }),
  ...keyedAddress,
  kinds: ['ipv4', 'ipv6', 'domain', 'url'],
  discloses: { class: 'passive', words: 'Sees the IOC. Nothing is scanned or submitted.' },
  weight: 0.5,
  onByDefault: false,
  maxTlp: 'green',
  scarce: true,
  // The free plan as its account page tells it: 10 a minute, 50 a day, 500 a month. Not published as a promise.
  limits: [
    { requests: 10, per: 60_000 },
    { requests: 50, per: 'day' },
    { requests: 500, per: 'month' },
  ],
  limitsBy: ({ perDay, perMonth }) => [
    { requests: 10, per: 60_000 },
    { requests: perDay, per: 'day' },
    { requests: perMonth, per: 'month' },
  ],
  fresh: { found: 24 * hour, none: 6 * hour },
  sample: { kind: 'domain', value: 'pulsedive.com' },

  request: (ioc, { settings }) => ({
    // The API takes the key in the query alone. `analyze.php`, which scans or submits, is never asked.
    url: under(
      settings.baseUrl,
      `/api/info.php?indicator=${encodeURIComponent(valueOf(ioc))}&pretty=0&key=${encodeURIComponent(settings.key)}`,
    ),
    headers: { Accept: 'application/json' },
  }),

  read(answer, ioc, { now }) {
    const refused = refusal(answer, who, now);
    if (refused) return failed(refused);
    const told = parse(answer, errorSchema, who);
    if (told.ok) return errorOf(told.value.error, now);
    if (answer.status === 404) return failed(elsewhere(answer, who));
    const info = parse(answer, infoSchema, who);
    return info.ok ? reading(info.value, ioc) : failed(info.failure);
  },

  link: (ioc) => `https://pulsedive.com/indicator/?ioc=${encodeURIComponent(base64(valueOf(ioc)))}`,
});

const valueOf = ({ kind, value }: Ioc): string =>
  kind === 'domain' ? asciiHost(value) : kind === 'url' ? asciiUrl(value) : value;

/** An error comes with any status, 200 too, and may repeat the key: its text is looked at and never shown. */
function errorOf(error: string, now: number): Reading {
  if (/^indicator not found/i.test(error)) return none('Pulsedive has no record of it.');
  // Before the key: "limit exceeded for this API key" is no refusal, which would last until the key changes.
  if (/limit|quota|too many/i.test(error)) {
    return failed({
      code: 'limited',
      message: `${who}: too many questions. It is asked again by itself.`,
      retryAt: now + 60_000,
    });
  }
  if (/\bkey\b/i.test(error)) return failedWith('refused', `${who} does not know this key. Check the key.`);
  return failedWith('rejected', `${who} could not use the question. Check the settings.`);
}

function reading(info: Info, ioc: Ioc): Reading {
  const retired = info.risk === 'retired' || (typeof info.retired === 'string' && info.retired !== '');
  const factors = (info.riskfactors ?? []).map(({ description }) => description);
  const threats = (info.threats ?? []).map(({ name }) => name);
  return answered({
    level: levelOf(info.risk, retired),
    summary: [
      `Risk: ${info.risk}`,
      ...(retired && info.risk !== 'retired' ? ['retired'] : []),
      ...(threats.length > 0 ? [clip(threats.slice(0, 3).join(', '), 80)] : []),
    ].join('; '),
    facts: factsOf({
      Retired: typeof info.retired === 'string' ? info.retired : '',
      'Recommended risk': info.risk_recommended === info.risk ? '' : info.risk_recommended,
      'Risk factors': factors.slice(0, 6),
      Threats: threats.slice(0, 6),
      Feeds: (info.feeds ?? []).slice(0, 6).map(({ name }) => name),
      'First seen': info.stamp_added?.slice(0, 10),
      'Last seen': info.stamp_seen?.slice(0, 10),
    }),
    ...evidenceTime(ioc.kind, info.stamp_seen),
    tags: tagsOf(threats),
  });
}

/**
 * Pulsedive's own risk. High and critical are for what is known to be bad; medium is what a single feed or a young name
 * makes. "None" and "low" say that nothing counts against it, which does not make it safe; what is retired, Pulsedive
 * itself no longer holds to be in use.
 */
function levelOf(risk: Info['risk'], retired: boolean): Level {
  if (retired) return 'unknown';
  if (risk === 'high' || risk === 'critical') return 'malicious';
  return risk === 'medium' ? 'suspicious' : 'unknown';
}
