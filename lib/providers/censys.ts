import { z } from 'zod';
import { addressFields, keyedAddress } from '../core/address';
import { under } from '../core/base-url';
import type { Failure } from '../core/failure';
import type { HttpAnswer } from '../core/http';
import { defineProvider } from '../core/plugin';
import { answered, failed, none, parse } from '../core/reading';
import { elsewhere, refusal } from '../core/refusal';
import { hostAnswer, hostSchema, problemSchema } from './censys/host';

const who = 'Censys';
const day = 24 * 3_600_000;

export default defineProvider({
  id: 'censys',
  name: who,
  homepage: 'https://platform.censys.io/',
  settings: z.object({
    key: z.string().default('').meta({
      title: 'Personal access token',
      description: 'Of the Censys Platform. The ID and secret of the old Search API do not work.',
      secret: true,
    }),
    organization: z.string().default('').meta({
      title: 'Organization ID',
      description: 'For a paid plan; its users also need the role API Access. Empty for a free account.',
    }),
    ...addressFields(z.string(), z.boolean(), 'https://api.platform.censys.io'),
    perMonth: z.int().min(1).default(100).meta({ title: 'Lookups a month that your credits allow' }),
  }),
  ...keyedAddress,
  kinds: ['ipv4', 'ipv6'],
  discloses: { class: 'passive', words: 'Sees the address. Answers from its last scan; nothing is scanned.' },
  weight: 0.7,
  onByDefault: false,
  maxTlp: 'green',
  scarce: true,
  // A lookup costs a credit, and a free account has about 100 a month and one request at a time; its page tells the number.
  limits: [{ requests: 100, per: 'month' }],
  limitsBy: ({ perMonth }) => [{ requests: perMonth, per: 'month' }],
  together: 1,
  fresh: { found: day, none: day },
  sample: { kind: 'ipv4', value: '8.8.8.8' },

  request: ({ value }, { settings: { baseUrl, key, organization } }) => ({
    url: under(
      baseUrl,
      `/v3/global/asset/host/${encodeURIComponent(value).replaceAll('%3A', ':')}${organization === '' ? '' : `?organization_id=${encodeURIComponent(organization)}`}`,
    ),
    headers: { Authorization: `Bearer ${key}`, Accept: 'application/json' },
    // Banners and certificates of every service come along.
    maxBytes: 8 * 1024 * 1024,
  }),

  read(answer, ioc, { now }) {
    const refused = noCredits(answer, now) ?? refusal(answer, who, now);
    if (refused) return failed(refused);
    if (answer.status === 404) {
      return parse(answer, problemSchema, who).ok
        ? none('Censys has not seen it.')
        : failed(elsewhere(answer, who));
    }
    const host = parse(answer, hostSchema, who);
    return host.ok ? answered(hostAnswer(ioc.kind, host.value.result.resource)) : failed(host.failure);
  },

  link: ({ value }) => `https://platform.censys.io/hosts/${encodeURIComponent(value)}`,
});

/** Credits come back with the next month, so that the key stays good: not a refusal, though the status may be that of one. */
function noCredits({ status, text }: HttpAnswer, now: number): Failure | null {
  if (status !== 402 && !(status === 403 && /\bcredits?\b/i.test(text))) return null;
  const date = new Date(now);
  return {
    code: 'quota',
    status,
    message: `${who}: the credits are spent (${status}). It is asked again next month.`,
    retryAt: Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1),
  };
}
