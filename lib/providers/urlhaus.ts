import { z } from 'zod';
import type { Ioc } from '../ioc';
import { abuseCh, abuseChFields, question, readQuery } from '../core/abuse-ch';
import { asciiHost, asciiUrl } from '../core/ascii-host';
import { defineProvider, type Reading } from '../core/plugin';
import { answered, failed, none } from '../core/reading';
import type { Answer } from '../core/verdict';
import { hostAnswer, hostSchema, payloadAnswer, payloadSchema, urlAnswer, urlSchema } from './urlhaus/answer';

const who = 'URLhaus';
const page = 'https://urlhaus.abuse.ch';

export default defineProvider({
  id: 'urlhaus',
  name: who,
  homepage: `${page}/`,
  settings: z.object(abuseChFields(z.string(), z.boolean(), 'https://urlhaus-api.abuse.ch')),
  ...abuseCh,
  kinds: ['ipv4', 'domain', 'url', 'md5', 'sha256'],
  discloses: { class: 'passive', words: 'Sees the IOC. Looks it up; never reports anything.' },
  weight: 0.9,
  // What spreads malware comes and goes within hours.
  fresh: { found: 3_600_000, none: 1_800_000 },
  sample: { kind: 'domain', value: 'gist.github.com' },

  request(ioc, { settings }) {
    const [path, field, value] = questionOf(ioc);
    return question(settings, `/v1/${path}/`, new URLSearchParams({ [field]: value }));
  },

  read(answer, ioc, { now }) {
    const read = <T>(schema: z.ZodType<T>, toAnswer: (found: T) => Answer): Reading => {
      const found = readQuery(answer, { who, now, nothing: ['no_results'], schema });
      if (!found.ok) return failed(found.failure);
      return found.value === null
        ? none('URLhaus has no malware URL for it.')
        : answered(toAnswer(found.value));
    };
    if (ioc.kind === 'url') return read(urlSchema, urlAnswer);
    if (ioc.kind === 'md5' || ioc.kind === 'sha256') return read(payloadSchema, payloadAnswer);
    return read(hostSchema, hostAnswer);
  },

  link: (ioc) =>
    ioc.kind === 'domain' || ioc.kind === 'ipv4'
      ? `${page}/host/${encodeURIComponent(asciiHost(ioc.value))}/`
      : `${page}/browse.php?search=${encodeURIComponent(ioc.value)}`,
});

/** Endpoint, its one form field, and the value in it (urlhaus.abuse.ch/api, "Query information"). */
function questionOf({ kind, value }: Ioc): readonly [string, string, string] {
  if (kind === 'url') return ['url', 'url', asciiUrl(value)];
  if (kind === 'md5' || kind === 'sha256') return ['payload', `${kind}_hash`, value];
  return ['host', 'host', asciiHost(value)];
}
