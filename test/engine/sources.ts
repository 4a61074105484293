import { z } from 'zod';
import { fail, ok, type Result } from '../../lib/core/failure';
import type { HttpAnswer } from '../../lib/core/http';
import { type AskedProvider, defineLocalProvider, defineProvider } from '../../lib/core/plugin';
import { answered, failed, none } from '../../lib/core/reading';
import { refusal } from '../../lib/core/refusal';
import type { Ioc } from '../../lib/ioc';

export const ip = (last: number): Ioc => ({ kind: 'ipv4', value: `45.155.205.${last}` });
export const keyOfIp = (last: number): string => `ipv4|45.155.205.${last}`;

export const answer = (
  status: number,
  body: unknown = {},
  headers: Record<string, string> = {},
): Result<HttpAnswer> => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return ok({
    status,
    headers: new Headers(headers),
    text,
    bytes: new TextEncoder().encode(text),
    json: () => {
      try {
        return ok<unknown>(JSON.parse(text));
      } catch {
        return fail('bad-answer', 'Not JSON.');
      }
    },
  });
};

const found = z.object({ bad: z.number() });

/** A source that counts engines, as VirusTotal does. */
export const source = (id: string, more: Partial<AskedProvider> = {}): AskedProvider => ({
  ...defineProvider({
    id,
    name: id.toUpperCase(),
    homepage: 'https://intel.example/',
    settings: z.object({ key: z.string().default('') }),
    origins: () => [`https://${id}.example/*`],
    missing: (settings) => (settings.key === '' ? 'Needs a key.' : null),
    kinds: ['ipv4', 'domain', 'url'],
    discloses: { class: 'passive', words: 'Sees the IOC.' },
    weight: 0.8,
    onByDefault: false,
    maxTlp: 'green',
    limits: [],
    fresh: { found: 3_600_000, none: 600_000 },
    request: (ioc) => ({ url: `https://${id}.example/${encodeURIComponent(ioc.value)}` }),
    read(got, _ioc, { now }) {
      const refused = refusal(got, id.toUpperCase(), now);
      if (refused) return failed(refused);
      if (got.status === 404) return none('No record.');
      const body = got.json();
      const parsed = found.safeParse(body.ok ? body.value : null);
      if (!parsed.success) return failed({ code: 'bad-answer', message: 'Not the documented shape.' });
      const { bad } = parsed.data;
      const level = bad > 2 ? 'malicious' : 'unknown';
      return answered({ level, summary: `${bad} of 90 engines`, score: { value: bad, of: 90 } });
    },
    link: (ioc) => `https://${id}.example/see/${ioc.value}`,
    sample: ip(1),
  }),
  ...more,
});

export const lists = defineLocalProvider({
  id: 'lists',
  name: 'Local lists',
  homepage: 'https://lists.example/',
  settings: z.object({}),
  origins: () => [],
  missing: () => null,
  kinds: ['ipv4', 'domain'],
  discloses: { class: 'local', words: 'Nothing leaves.' },
  weight: 1,
  onByDefault: true,
  find(_ioc, hits) {
    const [hit] = hits;
    return hit ? answered({ level: hit.level, summary: `On ${hit.list}` }) : none('On no list.');
  },
});
