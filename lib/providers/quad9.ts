import { z } from 'zod';
import { addressFields, openAddress } from '../core/address';
import { asciiHost } from '../core/ascii-host';
import { under } from '../core/base-url';
import { factsOf } from '../core/facts';
import { filteringResolver } from '../core/filtering-resolver';
import { defineProvider } from '../core/plugin';
import { answered, failed, failedWith, none, undocumented } from '../core/reading';
import { refusal } from '../core/refusal';
import { encode, headerOf } from './quad9/message';

const who = 'Quad9';

/** Response codes (IANA, DNS parameters): no error, server failure, no such name. */
const [noError, serverFailure, noSuchName] = [0, 2, 3];

export default defineProvider({
  id: 'quad9',
  name: who,
  homepage: 'https://quad9.net/',
  settings: z.object({ ...addressFields(z.string(), z.boolean(), 'https://dns.quad9.net') }),
  ...openAddress,
  ...filteringResolver,
  // Quad9's own name for tests of its filter (docs.quad9.net, FAQ).
  sample: { kind: 'domain', value: 'isitblocked.org' },

  request(ioc, { settings }) {
    const message = encode(asciiHost(ioc.value));
    return message === null
      ? failedWith('rejected', 'DNS can hold no such name. Check the domain.')
      : {
          // RFC 8484. The older answers in JSON ended in May 2025.
          url: under(settings.baseUrl, `/dns-query?dns=${message}`),
          headers: { Accept: 'application/dns-message' },
        };
  },

  read(answer, ioc, { now }) {
    const refused = refusal(answer, who, now, { keyless: true, no404: true });
    if (refused) return failed(refused);
    const header = headerOf(answer.bytes, asciiHost(ioc.value));
    if (header === null) return failed(undocumented(answer, who));
    const { code, answers, authorities } = header;
    if (code === noSuchName && answers === 0 && authorities === 0) {
      return answered({
        level: 'malicious',
        summary: 'Blocked as malicious',
        facts: factsOf({ Sign: 'no such name, and no authority for it' }),
      });
    }
    if (code === noSuchName)
      return none('The domain does not exist, says its registry; Quad9 does not block it.');
    // What is blocked is answered without asking the name servers, so trouble with them says that it is not.
    if (code === serverFailure)
      return none('Quad9 does not block it; its name servers give no valid answer.');
    return code === noError
      ? none('Quad9 does not block it, which does not make it safe.')
      : failedWith('rejected', `${who} could not use the question (DNS code ${code}). Try again later.`);
  },

  link: (ioc) => `https://quad9.net/result/?url=${encodeURIComponent(asciiHost(ioc.value))}`,
});
