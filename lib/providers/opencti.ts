import { z } from 'zod';
import type { Ioc, Kind } from '../ioc';
import { addressFields, keyField, openAddress } from '../core/address';
import { asciiHost } from '../core/ascii-host';
import { under } from '../core/base-url';
import type { HttpAnswer, HttpRequest } from '../core/http';
import { defineProvider, type Reading } from '../core/plugin';
import { crowdedOut, failed, none, parse } from '../core/reading';
import { refusal } from '../core/refusal';
import { urlForms } from '../core/url-forms';
import { errorIn } from './opencti/errors';
import { query } from './opencti/query';
import { answerSchema, isAbout, isFull, nodesOf, reading } from './opencti/knowledge';

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
  origins: openAddress.origins,
  missing(settings) {
    if (settings.baseUrl === '') return 'Needs the address of your OpenCTI.';
    return settings.key === '' ? 'Needs an API token.' : openAddress.missing(settings);
  },
  kinds: ['ipv4', 'ipv6', 'domain', 'url', 'email', 'md5', 'sha1', 'sha256', 'sha512'],
  discloses: { class: 'private', words: 'Your own OpenCTI sees the IOC.' },
  weight: 1,
  onByDefault: false,
  maxTlp: 'red',
  // An instance has no limit of its own; this is for its good.
  limits: [{ requests: 120, per: 60_000 }],
  // Own data: cheap to ask again, and colleagues add to it.
  fresh: { found: 15 * 60_000, none: 5 * 60_000 },
  sample: { kind: 'ipv4', value: '8.8.8.8' },

  request: (ioc, { settings }) => ask([ioc], settings),
  read: (answer, ioc, { settings, now }) => read(answer, [ioc], settings, now)[0] ?? none(nothing),

  batch: {
    size: 50,
    // A hash is found under the name of its algorithm, all else under one name.
    group: ({ kind }) => keyOf(kind),
    request: (iocs, { settings }) => ask(iocs, settings),
    read: (answer, iocs, { settings, now }) => read(answer, iocs, settings, now),
  },

  link: (ioc, { baseUrl }) => under(baseUrl, `/dashboard/search/knowledge/${encodeURIComponent(ioc.value)}`),
});

const nothing = 'Your OpenCTI has neither an observable nor an indicator of it.';

const hashes: Partial<Record<Kind, string>> = {
  md5: 'hashes.MD5',
  sha1: 'hashes.SHA-1',
  sha256: 'hashes.SHA-256',
  sha512: 'hashes.SHA-512',
};
const keyOf = (kind: Kind): string => hashes[kind] ?? 'value';

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

/** `POST /graphql`, observables by value and indicators by name, which is the value where a feed made them. */
function ask(iocs: readonly Ioc[], settings: Settings): HttpRequest {
  const values = iocs.flatMap(formsOf);
  const [{ kind } = { kind: 'ipv4' as const }] = iocs;
  return {
    method: 'POST',
    url: under(settings.baseUrl, '/graphql'),
    headers: {
      Authorization: `Bearer ${settings.key}`,
      'Content-Type': 'application/json',
      Accept: 'application/json',
    },
    body: JSON.stringify({
      query,
      variables: {
        observables: anyOf(keyOf(kind), values),
        indicators: anyOf('name', values),
        first: limitFor(iocs),
      },
    }),
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
  if (failure) return iocs.map(() => failed(failure));
  const parsed = parse(answer, answerSchema, who);
  if (!parsed.ok) return iocs.map(() => failed(parsed.failure));
  const nodes = nodesOf(parsed.value);
  const linkTo = (id: string) => under(baseUrl, `/dashboard/id/${encodeURIComponent(id)}`);
  return iocs.map((ioc) => {
    const forms = formsOf(ioc);
    const about = nodes.filter((node) => forms.some((form) => isAbout(node, form)));
    if (about.length > 0) return reading(about, ioc.kind, linkTo, now);
    return isFull(parsed.value, limitFor(iocs)) ? crowdedOut(who) : none(nothing);
  });
}
