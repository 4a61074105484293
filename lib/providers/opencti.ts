import { z } from 'zod';
import type { Ioc, Kind } from '../ioc';
import { addressFields, keyField } from '../core/address';
import { asciiHost } from '../core/ascii-host';
import { under } from '../core/base-url';
import type { HttpAnswer, HttpRequest } from '../core/http';
import { ownPlatform } from '../core/own-platform';
import { defineProvider, type Reading } from '../core/plugin';
import { crowdedOut, none, parseUnless, readEach } from '../core/reading';
import { refusal } from '../core/refusal';
import { urlForms } from '../core/url-forms';
import { errorIn } from './opencti/errors';
import { answerSchema, isAbout, isFull, nodesOf, reading } from './opencti/knowledge';
import { query, vulnerabilityQuery } from './opencti/query';
import { isNamed, vulnerabilitiesSchema, vulnerabilityReading } from './opencti/vulnerability';

const who = 'OpenCTI';

const settingsSchema = z.object({
  key: z
    .string()
    .default('')
    .meta({
      ...keyField,
      title: 'API token',
      description: 'From your profile in OpenCTI. What its user may not see is not answered.',
    }),
  ...addressFields(z.string(), z.boolean(), '', { title: 'Address of your OpenCTI' }),
});
type Settings = z.infer<typeof settingsSchema>;

export default defineProvider({
  id: 'opencti',
  name: who,
  homepage: 'https://filigran.io/platforms/opencti/',
  settings: settingsSchema,
  ...ownPlatform(who, 'an API token'),
  kinds: ['ipv4', 'ipv6', 'domain', 'url', 'email', 'md5', 'sha1', 'sha256', 'sha512', 'cve'],

  request: (ioc, { settings }) => ask([ioc], settings),
  read: (answer, ioc, { settings, now }) => read(answer, [ioc], settings, now)[0] ?? none(nothing),

  batch: {
    size: 50,
    // A hash is found under the name of its algorithm, a CVE among vulnerabilities, all else under one name.
    group: ({ kind }) => keyOf(kind),
    request: (iocs, { settings }) => ask(iocs, settings),
    read: (answer, iocs, { settings, now }) => read(answer, iocs, settings, now),
  },

  link: (ioc, { baseUrl }) => under(baseUrl, `/dashboard/search/knowledge/${encodeURIComponent(ioc.value)}`),
});

const nothing = 'Your OpenCTI has neither an observable nor an indicator of it.';

const noVulnerability = 'Your OpenCTI has no vulnerability of this number.';

const keys: Partial<Record<Kind, string>> = {
  cve: 'name',
  md5: 'hashes.MD5',
  sha1: 'hashes.SHA-1',
  sha256: 'hashes.SHA-256',
  sha512: 'hashes.SHA-512',
};
const keyOf = (kind: Kind): string => keys[kind] ?? 'value';

/** A name or URL is kept as it came, in whichever form that was. */
function formsOf({ kind, value }: Ioc): readonly string[] {
  if (kind === 'url') return urlForms(value);
  return kind === 'domain' ? [...new Set([value, asciiHost(value)])] : [value];
}

/** Objects of each sort in an answer at most. */
const limitFor = (iocs: readonly Ioc[]): number => 10 * iocs.length;

/** A filter as OpenCTI takes it since 5.12 (docs.opencti.io/latest/reference/filters); the values are an OR. */
const anyOf = (key: string, values: readonly string[]) => ({
  mode: 'and',
  filters: [{ key, values, operator: 'eq', mode: 'or' }],
  filterGroups: [],
});

/** `POST /graphql`, observables by value and indicators by name, which is the value where a feed made them; CVEs by name. */
function ask(iocs: readonly Ioc[], settings: Settings): HttpRequest {
  const values = iocs.flatMap(formsOf);
  const [{ kind } = { kind: 'ipv4' as const }] = iocs;
  const first = limitFor(iocs);
  return {
    method: 'POST',
    url: under(settings.baseUrl, '/graphql'),
    headers: {
      Authorization: `Bearer ${settings.key}`,
      'Content-Type': 'application/json',
      Accept: 'application/json',
    },
    body: JSON.stringify(
      kind === 'cve'
        ? { query: vulnerabilityQuery, variables: { vulnerabilities: anyOf('name', values), first } }
        : {
            query,
            variables: { observables: anyOf(keyOf(kind), values), indicators: anyOf('name', values), first },
          },
    ),
    timeout: 30_000,
    maxBytes: 8 * 1024 * 1024,
  };
}

function read(
  answer: HttpAnswer,
  iocs: readonly Ioc[],
  { baseUrl }: Settings,
  now: number,
): readonly Reading[] {
  const failure = errorIn(answer, who) ?? refusal(answer, who, now, { no404: true });
  const linkTo = (id: string) => under(baseUrl, `/dashboard/id/${encodeURIComponent(id)}`);
  if (iocs[0]?.kind === 'cve') {
    return readEach(iocs, parseUnless(failure, answer, vulnerabilitiesSchema, who), ({ value }, { data }) => {
      const { edges } = data.vulnerabilities;
      const [first, ...more] = edges.map(({ node }) => node).filter((node) => isNamed(node, value));
      if (first !== undefined) return vulnerabilityReading([first, ...more], linkTo);
      return edges.length >= limitFor(iocs) ? crowdedOut(who) : none(noVulnerability);
    });
  }
  return readEach(iocs, parseUnless(failure, answer, answerSchema, who), (ioc, told) => {
    const forms = formsOf(ioc);
    const about = nodesOf(told).filter((node) => forms.some((form) => isAbout(node, form)));
    if (about.length > 0) return reading(about, ioc.kind, linkTo, now);
    return isFull(told, limitFor(iocs)) ? crowdedOut(who) : none(nothing);
  });
}
