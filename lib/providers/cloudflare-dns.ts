import { z } from 'zod';
import { addressFields, openAddress } from '../core/address';
import { asciiHost } from '../core/ascii-host';
import { under } from '../core/base-url';
import { factsOf } from '../core/facts';
import { filteringResolver } from '../core/filtering-resolver';
import { defineProvider } from '../core/plugin';
import { answered, failed, failedWith, none, parse } from '../core/reading';
import { refusal } from '../core/refusal';

const who = 'Cloudflare DNS';

/** The answer of `/dns-query` in JSON (developers.cloudflare.com/1.1.1.1, "Using JSON"). */
const answerSchema = z.object({
  Status: z.int(),
  Question: z.array(z.object({ name: z.string() })),
  Answer: z.array(z.object({ type: z.int(), data: z.string() })).optional(),
  Comment: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
});

/** Extended errors that say "on purpose" (RFC 8914): blocked, censored, filtered. */
const onPurpose = /EDE\(1[567]\)/;

export default defineProvider({
  id: 'cloudflare-dns',
  name: 'Cloudflare DNS, malware filter',
  homepage: 'https://developers.cloudflare.com/1.1.1.1/setup/#1111-for-families',
  settings: z.object({
    ...addressFields(z.string(), z.boolean(), 'https://security.cloudflare-dns.com'),
  }),
  ...openAddress,
  ...filteringResolver,
  // Cloudflare's own name for tests of its filter (same page).
  sample: { kind: 'domain', value: 'malware.testcategory.com' },

  request: (ioc, { settings }) => ({
    url: under(settings.baseUrl, `/dns-query?name=${encodeURIComponent(asciiHost(ioc.value))}&type=A`),
    headers: { Accept: 'application/dns-json' },
  }),

  read(answer, _, { now }) {
    const refused = refusal(answer, who, now, { keyless: true, no404: true });
    if (refused) return failed(refused);
    const parsed = parse(answer, answerSchema, who);
    if (!parsed.ok) return failed(parsed.failure);
    const { Status: code, Answer: records = [], Comment = '' } = parsed.value;
    const addresses = records.filter(({ type }) => type === 1).map(({ data }) => data);
    if (addresses.length > 0 && addresses.every((one) => one === '0.0.0.0')) {
      // An owner can point a name at 0.0.0.0 too: then nothing says that it was done on purpose.
      const sure = onPurpose.test(String(Comment));
      return answered({
        level: sure ? 'malicious' : 'suspicious',
        summary: sure ? 'Blocked as malware or phishing' : 'Leads to 0.0.0.0, as what is blocked does',
        facts: factsOf({ Sign: Comment }),
      });
    }
    if (code === 3) return none('The domain does not exist; Cloudflare does not block it.');
    if (code === 2) return none('Cloudflare does not block it; its name servers give no valid answer.');
    return code === 0
      ? none('Cloudflare does not block it, which does not make it safe.')
      : failedWith('rejected', `${who} could not use the question (DNS code ${code}). Try again later.`);
  },

  link: (ioc) => `https://radar.cloudflare.com/domains/domain/${encodeURIComponent(asciiHost(ioc.value))}`,
});
