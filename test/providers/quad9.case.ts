import { dnsAnswer, questionFor } from '../lab/dns-answer';
import type { ProviderCase } from './case';

const domain = { kind: 'domain', value: 'badhost.test' } as const;
const question = questionFor('badhost.test');
const query = (name: string): string =>
  `/dns-query?dns=${Buffer.concat([Buffer.from([0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]), questionFor(name)]).toString('base64url')}`;
const answer = (told: Parameters<typeof dnsAnswer>[1]) => new Uint8Array(dnsAnswer(question, told));
const changed = (place: number, byte: number) => answer({ code: 3 }).with(place, byte);

export default {
  settings: (baseUrl) => ({ baseUrl }),
  examples: [
    {
      name: 'no such name, and no authority for it: a block',
      ioc: domain,
      body: answer({ code: 3 }),
      reads: { level: 'malicious', summary: 'Blocked as malicious' },
    },
    {
      name: 'the question comes back in capitals',
      ioc: domain,
      body: new Uint8Array(dnsAnswer(questionFor('BADHOST.test'), { code: 3 })),
      reads: { level: 'malicious', summary: 'Blocked as malicious' },
    },
    {
      name: 'no such name, says the registry: no block',
      ioc: domain,
      body: answer({ code: 3, authority: true }),
      reads: 'none',
    },
    { name: 'an address', ioc: domain, body: answer({ code: 0, address: true }), reads: 'none' },
    {
      name: 'a name without an address',
      ioc: domain,
      body: answer({ code: 0, authority: true }),
      reads: 'none',
    },
    { name: 'name servers that fail', ioc: domain, body: answer({ code: 2 }), reads: 'none' },
    { name: 'a refusal', ioc: domain, body: answer({ code: 5 }), reads: 'failure' },
    {
      name: 'the answer to another question',
      ioc: domain,
      body: new Uint8Array(dnsAnswer(questionFor('other.test'), { code: 3 })),
      reads: 'failure',
    },
    { name: 'a query instead of an answer', ioc: domain, body: changed(2, 0x01), reads: 'failure' },
    { name: 'an answer that says it was cut', ioc: domain, body: changed(2, 0x83), reads: 'failure' },
    { name: 'an answer with another id', ioc: domain, body: changed(1, 7), reads: 'failure' },
    { name: 'two questions', ioc: domain, body: changed(5, 2), reads: 'failure' },
    { name: 'half a header', ioc: domain, body: answer({ code: 3 }).subarray(0, 9), reads: 'failure' },
    {
      name: 'half a question',
      ioc: domain,
      body: answer({ code: 3 }).subarray(0, 20),
      reads: 'failure',
    },
  ],
  paths: [
    [domain, query('badhost.test')],
    [{ kind: 'domain', value: 'bücher.test' }, query('xn--bcher-kva.test')],
    [{ kind: 'domain', value: '_dmarc.badhost.test' }, query('_dmarc.badhost.test')],
  ],
  // The kept answers of DNS over HTTPS are JSON, which Quad9 no longer speaks.
} satisfies ProviderCase;
