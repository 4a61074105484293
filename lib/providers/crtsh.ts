import { z } from 'zod';
import { addressFields, openAddress } from '../core/address';
import { asciiHost } from '../core/ascii-host';
import { under } from '../core/base-url';
import { counted, factsOf } from '../core/facts';
import { defineProvider } from '../core/plugin';
import { answered, failed, none, parse } from '../core/reading';
import { refusal } from '../core/refusal';

// Sentences begin with it.
const who = 'Crt.sh';
const day = 24 * 3_600_000;

const text = z.string().nullish().catch(undefined);

/** `output=json`: a certificate and its precertificate are two rows of one serial number. */
const answerSchema = z.array(
  z.object({
    id: z.int(),
    issuer_name: text,
    name_value: text,
    not_before: text,
    not_after: text,
    serial_number: text,
  }),
);

export default defineProvider({
  id: 'crtsh',
  name: 'crt.sh',
  homepage: 'https://crt.sh/',
  settings: z.object({ ...addressFields(z.string(), z.boolean(), 'https://crt.sh') }),
  ...openAddress,
  kinds: ['domain'],
  discloses: { class: 'passive', words: 'crt.sh (Sectigo) sees the domain.' },
  // Anybody may get a certificate for his own name: facts, no judgement.
  weight: 0,
  onByDefault: false,
  maxTlp: 'green',
  // Unpublished; it answers 429 to more than a handful at a time.
  limits: [{ requests: 10, per: 60_000 }],
  together: 1,
  fresh: { found: day, none: day },
  sample: { kind: 'domain', value: 'example.com' },

  request: ({ value }, { settings }) => ({
    url: under(settings.baseUrl, `/?q=${encodeURIComponent(asciiHost(value))}&output=json`),
    headers: { Accept: 'application/json' },
    timeout: 30_000,
    maxBytes: 8 * 1024 * 1024,
  }),

  read(answer, _, { now }) {
    if (answer.status === 404) return failed(outOfOrder);
    const refused = refusal(answer, who, now, { keyless: true });
    if (refused) return failed(refused);
    const parsed = parse(answer, answerSchema, who);
    if (!parsed.ok) return failed(parsed.failure);
    const rows = [...new Map(parsed.value.map((row) => [row.serial_number ?? row.id, row])).values()];
    if (rows.length === 0) return none('No certificate in the public logs names it.');
    const starts = rows.flatMap(({ not_before }) => not_before?.slice(0, 10) ?? []).toSorted();
    const names = [...new Set(rows.flatMap(({ name_value }) => name_value?.split('\n') ?? []))];
    return answered({
      level: null,
      summary: `${counted(rows.length, 'certificate')}${starts[0] ? `, the first of ${starts[0]}` : ''}`,
      facts: factsOf({
        'First certificate': starts[0],
        'Newest certificate': starts.at(-1),
        'Valid until': rows
          .flatMap(({ not_after }) => not_after?.slice(0, 10) ?? [])
          .toSorted()
          .at(-1),
        Issuers: [...new Set(rows.flatMap(({ issuer_name }) => issuerOf(issuer_name)))].slice(0, 6),
        Names: names.slice(0, 12),
      }),
    });
  },

  link: ({ value }) => `https://crt.sh/?q=${encodeURIComponent(asciiHost(value))}`,
});

/** In its bad hours it answers 404 like 502 and 504, with a page: never "no certificate". */
const outOfOrder = {
  code: 'server',
  status: 404,
  message: `${who} is out of order (404), as it is at times. Try again later.`,
} as const;

/** The organisation in a distinguished name such as "C=US, O=Example Trust, CN=E5". */
const issuerOf = (name: string | null | undefined): string[] => {
  const organisation = /(?:^|, )O="?([^,"]+)/.exec(name ?? '')?.[1];
  return organisation === undefined ? [] : [organisation];
};
