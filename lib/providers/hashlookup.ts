import { z } from 'zod';
import type { Ioc } from '../ioc';
import { addressFields, openAddress } from '../core/address';
import { under } from '../core/base-url';
import { clip } from '../core/clip';
import { factsOf } from '../core/facts';
import type { HttpAnswer } from '../core/http';
import { defineProvider, type Reading } from '../core/plugin';
import { answered, failed, none, parse, parseUnless, readEach } from '../core/reading';
import { elsewhere, refusal } from '../core/refusal';

const who = 'CIRCL hashlookup';
const day = 24 * 3_600_000;

const text = z.string().optional().catch(undefined);
const hash = z.string().toLowerCase().optional().catch(undefined);

/** A known file (hashlookup.circl.lu). An answer without any hash is no file. */
const fileSchema = z
  .object({
    MD5: hash,
    'SHA-1': hash,
    'SHA-256': hash,
    FileName: text,
    FileSize: text,
    source: text,
    db: text,
    KnownMalicious: text,
    'hashlookup:trust': z.coerce.number().optional().catch(undefined),
  })
  .refine((file) => file.MD5 ?? file['SHA-1'] ?? file['SHA-256']);
type File = z.infer<typeof fileSchema>;
const missingSchema = z.object({ message: z.string().startsWith('Non existing') });

export default defineProvider({
  id: 'hashlookup',
  name: who,
  homepage: 'https://www.circl.lu/services/hashlookup/',
  settings: z.object({ ...addressFields(z.string(), z.boolean(), 'https://hashlookup.circl.lu') }),
  ...openAddress,
  kinds: ['md5', 'sha1', 'sha256'],
  discloses: { class: 'passive', words: 'CIRCL sees the hash.' },
  weight: 0.5,
  onByDefault: false,
  maxTlp: 'green',
  // "Fair use", no numbers.
  limits: [{ requests: 60, per: 60_000 }],
  together: 2,
  // What was once published stays so.
  fresh: { found: 30 * day, none: day },
  sample: { kind: 'sha1', value: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' },

  request: ({ kind, value }, { settings }) => ({
    url: under(settings.baseUrl, `/lookup/${kind}/${value}`),
    headers: { Accept: 'application/json' },
  }),

  read: (answer, _, { now }) => readOne(answer, now),

  batch: {
    // Documented without a limit; "hundreds" work. There is no bulk for SHA-256: those go one at a time.
    size: 100,
    group: ({ kind, value }) => (kind === 'sha256' ? value : kind),
    request: (iocs, { settings }) => bulk(iocs, settings.baseUrl),
    read: (answer, iocs, { now }) => readBulk(answer, iocs, now),
  },

  link: ({ kind, value }) => `https://hashlookup.circl.lu/lookup/${kind}/${value}`,
});

const nothing = 'No known software has this file.';

function readOne(answer: HttpAnswer, now: number): Reading {
  const refused = refusal(answer, who, now, { keyless: true });
  if (refused) return failed(refused);
  if (answer.status === 404) {
    return parse(answer, missingSchema, who).ok ? none(nothing) : failed(elsewhere(answer, who));
  }
  const file = parse(answer, fileSchema, who);
  return file.ok ? known(file.value) : failed(file.failure);
}

const fields = { md5: 'MD5', sha1: 'SHA-1', sha256: 'SHA-256' } as const;

function bulk(iocs: readonly Ioc[], baseUrl: string) {
  const [first] = iocs;
  if (first?.kind === 'sha256') {
    return { url: under(baseUrl, `/lookup/sha256/${first.value}`), headers: { Accept: 'application/json' } };
  }
  return {
    method: 'POST',
    url: under(baseUrl, `/bulk/${first?.kind}`),
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ hashes: iocs.map(({ value }) => value) }),
  } as const;
}

/** The bulk answer lists the known files alone, in no order. */
function readBulk(answer: HttpAnswer, iocs: readonly Ioc[], now: number): readonly Reading[] {
  if (iocs[0]?.kind === 'sha256') {
    const reading = readOne(answer, now);
    return iocs.map(() => reading);
  }
  const refused = refusal(answer, who, now, { keyless: true, no404: true });
  return readEach(iocs, parseUnless(refused, answer, z.array(fileSchema), who), ({ kind, value }, files) => {
    const field = fields[kind as keyof typeof fields];
    const file = files.find((file) => file[field] === value);
    return file ? known(file) : none(nothing);
  });
}

/**
 * A file of published software is known good. `KnownMalicious` only says that a sharing site of malware has it too
 * (jquery is one, and so are four bytes "test"), at full trust: suspicious, never more.
 */
function known(file: File): Reading {
  const shared = file.KnownMalicious !== undefined && file.KnownMalicious !== '';
  return answered({
    level: shared ? 'suspicious' : 'benign',
    summary: shared
      ? `Known file, also shared as malware (${clip(file.KnownMalicious ?? '', 60)})`
      : 'Known file of published software',
    facts: factsOf({
      Name: file.FileName,
      Size: file.FileSize === undefined ? undefined : `${file.FileSize} bytes`,
      Source: file.source,
      Database: file.db,
      Trust: file['hashlookup:trust'] === undefined ? undefined : `${file['hashlookup:trust']} of 100`,
    }),
  });
}
