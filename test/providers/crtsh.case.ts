import type { ProviderCase } from './case';

const domain = { kind: 'domain', value: 'badhost.test' } as const;
const row = (id: number, serial_number: string, not_before: unknown) => ({
  id,
  serial_number,
  not_before,
  issuer_name: 'C=US, O=Example Trust, CN=E5',
  name_value: 'badhost.test\nwww.badhost.test',
});

export default {
  settings: (baseUrl) => ({ baseUrl }),
  // A list of rows is its documented shape.
  examples: [
    {
      name: 'a certificate and its precertificate count once',
      ioc: domain,
      body: [row(1, '03a', '2026-11-02T00:00:00'), row(2, '03a', '2026-11-02T00:00:00'), row(3, '03b', null)],
      reads: { level: null, summary: '2 certificates, the first of 2026-11-02' },
    },
    {
      name: 'details of the wrong kind',
      ioc: domain,
      body: [{ id: 4, serial_number: 7, not_before: {}, issuer_name: [], name_value: 1 }],
      reads: { level: null, summary: '1 certificate' },
    },
    { name: 'none', ioc: domain, body: [], reads: 'none' },
    { name: 'an object', ioc: domain, body: { rows: [] }, reads: 'failure' },
    { name: 'a 404 in its bad hours', ioc: domain, status: 404, body: '<html>', reads: 'server' },
  ],
  paths: [
    [domain, '/?q=badhost.test&output=json'],
    [{ kind: 'domain', value: 'bücher.test' }, '/?q=xn--bcher-kva.test&output=json'],
  ],
  recorded: [
    { file: 'crtsh/certs.json', ioc: domain, reads: null },
    { file: 'crtsh/none.json', ioc: domain, reads: 'none' },
  ],
} satisfies ProviderCase;
