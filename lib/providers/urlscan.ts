import type { Ioc } from '../ioc';
import { openAddress } from '../core/address';
import { asciiHost, asciiUrl } from '../core/ascii-host';
import { under } from '../core/base-url';
import { defineProvider } from '../core/plugin';
import { namedRateLimit } from '../core/quota';
import { answered, failed, failedWith, none, parse } from '../core/reading';
import { refused, who } from './urlscan/refused';
import { scanAnswer, searchSchema } from './urlscan/scans';
import { settings } from './urlscan/settings';
import { submits } from './urlscan/submit';

const hour = 3_600_000;
const perDayWithoutKey = 500;

/** The fields that are searched (docs.urlscan.io, "Search API Reference"): what was submitted, and where it led. */
const fields: Readonly<Record<string, readonly string[]>> = {
  ipv4: ['page.ip'],
  ipv6: ['page.ip'],
  domain: ['page.domain', 'task.domain'],
  url: ['page.url', 'task.url'],
  sha256: ['hash'],
};

export default defineProvider({
  id: 'urlscan',
  name: 'urlscan.io',
  homepage: 'https://urlscan.io/',
  settings,
  ...openAddress,
  kinds: ['ipv4', 'ipv6', 'domain', 'url', 'sha256'],
  discloses: {
    class: 'passive',
    words:
      'Sees the IOC. Searches earlier scans. Submits a URL only where you choose so by name, never by itself.',
  },
  weight: 0.6,
  onByDefault: false,
  maxTlp: 'green',
  // A minute's limit is unpublished. Without a key 500 a day; the account's page tells what a key may ask.
  limits: [
    { requests: 60, per: 60_000 },
    { requests: 1000, per: 'day' },
  ],
  limitsBy: ({ key, perDay }) => [
    { requests: 60, per: 60_000 },
    { requests: key === '' ? perDayWithoutKey : perDay, per: 'day' },
  ],
  quota: namedRateLimit,
  together: 2,
  fresh: { found: hour, none: hour / 4 },
  sample: { kind: 'domain', value: 'urlscan.io' },

  request: (ioc, { settings }) => ({
    // Newest first. Ten tell enough; a URL is also found inside longer ones, which are left out of more.
    url: under(
      settings.baseUrl,
      `/api/v1/search/?q=${encodeURIComponent(queryOf(ioc))}&size=${ioc.kind === 'url' ? 50 : 10}`,
    ),
    headers: { Accept: 'application/json', ...(settings.key === '' ? {} : { 'API-Key': settings.key }) },
  }),

  read(answer, ioc, { settings, now }) {
    const no = refused(answer, now, settings.key);
    if (no) return failed(no);
    const found = parse(answer, searchSchema, who);
    if (!found.ok) return failed(found.failure);
    const told = scanAnswer(ioc.kind, valueOf(ioc), found.value);
    if (told) return answered(told);
    // Of a URL the newest scans may all be of longer ones; of all else an empty list beside a number is no answer.
    const { total, results } = found.value;
    return total > results.length
      ? failedWith(
          'too-large',
          `${who} has ${total} scans, and none of the ${results.length} it told is of this very one. Look at its page.`,
        )
      : none('Nobody has had it scanned in public.');
  },

  submits,

  link: (ioc) => `https://urlscan.io/search/#${encodeURIComponent(queryOf(ioc))}`,
});

const valueOf = ({ kind, value }: Ioc): string => {
  if (kind === 'url') return asciiUrl(value);
  return kind === 'domain' ? asciiHost(value) : value;
};

/**
 * Elasticsearch's query string syntax, in which `/`, `:`, `*`, brackets and words such as OR mean something. Between
 * quotation marks they do not; the marks and the backslash alone are escaped there.
 */
function queryOf(ioc: Ioc): string {
  const quoted = `"${valueOf(ioc).replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  return (fields[ioc.kind] ?? []).map((field) => `${field}:${quoted}`).join(' OR ');
}
