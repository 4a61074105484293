import { z } from 'zod';
import { ok } from '../lib/core/failure';
import type { HttpAnswer } from '../lib/core/http';
import { type AskedProvider, defineProvider } from '../lib/core/plugin';
import { answered } from '../lib/core/reading';

/** Any answer: what the source says does not hang on it. */
export const given: HttpAnswer = {
  status: 200,
  headers: new Headers(),
  text: '',
  bytes: new Uint8Array(),
  json: () => ok({}),
};

/** A source whose answers are as large as most and stay fresh. */
export const source = (id: string): AskedProvider =>
  defineProvider({
    id,
    name: id,
    homepage: 'https://intel.example/',
    settings: z.object({}),
    origins: () => [],
    missing: () => null,
    kinds: ['ipv4'],
    discloses: { class: 'passive', words: 'Sees the IOC.' },
    weight: 0.8,
    onByDefault: false,
    maxTlp: 'red',
    limits: [],
    fresh: { found: 3_600_000, none: 3_600_000 },
    request: ({ value }) => ({ url: `https://${id}.example/${value}` }),
    read: () =>
      answered({
        level: 'unknown',
        summary: '0 of 90 engines',
        score: { value: 0, of: 90 },
        facts: [
          { label: 'Country', value: 'NL' },
          { label: 'Network', value: 'AS64501 Example Hosting B.V.' },
        ],
      }),
    link: ({ value }) => `https://${id}.example/see/${value}`,
    sample: { kind: 'ipv4', value: '45.155.0.1' },
  });
