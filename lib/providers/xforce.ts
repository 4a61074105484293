import { z } from 'zod';
import type { Ioc } from '../ioc';
import { addressFields, keyedAddress, keyField } from '../core/address';
import { asciiHost, asciiUrl } from '../core/ascii-host';
import { base64 } from '../core/base64';
import { under } from '../core/base-url';
import type { Failure } from '../core/failure';
import { defineProvider } from '../core/plugin';
import { answered, failed, none, parse } from '../core/reading';
import { elsewhere, refusal } from '../core/refusal';
import { addressAnswer, addressSchema, fileAnswer, fileSchema, urlAnswer, urlSchema } from './xforce/shape';

const who = 'X-Force Exchange';
const hour = 3_600_000;

export default defineProvider({
  id: 'xforce',
  name: who,
  homepage: 'https://exchange.xforce.ibmcloud.com/',
  settings: z.object({
    key: z.string().default('').meta(keyField),
    password: z.string().default('').meta({ title: 'API password', secret: true }),
    ...addressFields(z.string(), z.boolean(), 'https://api.xforce.ibmcloud.com'),
    perMonth: z.int().min(1).default(5000).meta({ title: 'Requests a month that your plan allows' }),
  }),
  origins: keyedAddress.origins,
  missing: (settings) =>
    settings.key !== '' && settings.password === ''
      ? 'Needs the password that belongs to the key.'
      : keyedAddress.missing(settings),
  kinds: ['ipv4', 'ipv6', 'domain', 'url', 'md5', 'sha1', 'sha256'],
  discloses: { class: 'passive', words: 'Sees the IOC.' },
  weight: 0.5,
  onByDefault: false,
  maxTlp: 'green',
  // The small plan has 5,000 a month; what is spent is told by 402. Twenty a minute leaves room for colleagues with the same key.
  limits: [
    { requests: 20, per: 60_000 },
    { requests: 5000, per: 'month' },
  ],
  limitsBy: ({ perMonth }) => [
    { requests: 20, per: 60_000 },
    { requests: perMonth, per: 'month' },
  ],
  fresh: { found: 24 * hour, none: 6 * hour },
  sample: { kind: 'ipv4', value: '8.8.8.8' },

  request: (ioc, { settings }) => ({
    url: under(settings.baseUrl, `/${placeOf(ioc)}/${encodeURIComponent(valueOf(ioc))}`),
    headers: {
      Authorization: `Basic ${base64(`${settings.key}:${settings.password}`)}`,
      Accept: 'application/json',
    },
  }),

  read(answer, { kind }, { now }) {
    const refused = answer.status === 402 ? spent(now) : refusal(answer, who, now);
    if (refused) return failed(refused);
    if (answer.status === 404) {
      return parse(answer, unknownSchema, who).ok
        ? none('X-Force has no record of it.')
        : failed(elsewhere(answer, who));
    }
    if (kind === 'ipv4' || kind === 'ipv6') {
      const address = parse(answer, addressSchema, who);
      return address.ok ? answered(addressAnswer(address.value)) : failed(address.failure);
    }
    if (kind === 'domain' || kind === 'url') {
      const url = parse(answer, urlSchema, who);
      if (!url.ok) return failed(url.failure);
      const told = urlAnswer(url.value);
      return told ? answered(told) : none('X-Force has not rated it.');
    }
    const file = parse(answer, fileSchema, who);
    return file.ok ? answered(fileAnswer(file.value)) : failed(file.failure);
  },

  link: (ioc) =>
    `https://exchange.xforce.ibmcloud.com/${placeOf(ioc).replace('ipr', 'ip')}/${encodeURIComponent(valueOf(ioc))}`,
});

/** A 404 that says so and no more; any web server answers 404 to a wrong address, many in JSON that repeats its path. */
const unknownSchema = z.object({ error: z.string().regex(/not found/i), path: z.undefined().optional() });

/** `GET /ipr/…`, `/url/…` (which takes domains too) and `/malware/…` (api.xforce.ibmcloud.com/doc). */
const placeOf = ({ kind }: Ioc): 'ipr' | 'url' | 'malware' =>
  kind === 'ipv4' || kind === 'ipv6' ? 'ipr' : kind === 'domain' || kind === 'url' ? 'url' : 'malware';

const valueOf = ({ kind, value }: Ioc): string =>
  kind === 'domain' ? asciiHost(value) : kind === 'url' ? asciiUrl(value) : value;

/** 402: the month's records are spent. They come back at 00:00 UTC of the first. */
function spent(now: number): Failure {
  const today = new Date(now);
  return {
    code: 'quota',
    status: 402,
    message: `${who}: the quota of the month is spent (402). It is asked again when it is back.`,
    retryAt: Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 1),
  };
}
