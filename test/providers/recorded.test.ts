import { describe, expect, test } from 'vitest';
import { type AskedProvider, isLocal } from '../../lib/core/plugin';
import { readBody } from '../../lib/core/read-body';
import type { Ioc } from '../../lib/ioc';
import { providers } from '../../lib/registry';
import { readRecorded, recorded } from '../recorded';
import { cases } from './cases';

const now = Date.UTC(2026, 10, 24);

const rows = providers.flatMap((provider) =>
  isLocal(provider)
    ? []
    : (cases[provider.id]?.recorded ?? []).map((row) => Object.assign({ provider }, row)),
);

async function read(
  provider: AskedProvider,
  file: string,
  status: number,
  ioc: Ioc,
  settings: Readonly<Record<string, unknown>>,
) {
  const kept = readRecorded(file);
  const body = file.endsWith('.base64') ? Buffer.from(kept, 'base64') : kept;
  const response = new Response(body, { status });
  const answer = await readBody(response, 'host', 1e8, new AbortController().signal);
  if (!answer.ok) return expect.fail('not read');
  return provider.read(answer.value, ioc, { settings: provider.settings.parse(settings), now, files: {} });
}

describe.skipIf(recorded === undefined)('answers of the real systems', () => {
  test.each(rows)(
    '$file of $ioc.kind reads as $reads',
    async ({ provider, file, status = 200, ioc, reads, settings }) => {
      const plain = cases[provider.id]?.settings('https://proxy.test') ?? {};
      const reading = await read(provider, file, status, ioc, { ...plain, ...settings });
      if (reading.is === 'answer') expect(reading.answer.level).toBe(reads);
      else expect(reading.is === 'none' ? 'none' : reading.failure.code).toBe(reads);
    },
  );

  test('the abuse contact is found inside the registrar and inside the registrant', async () => {
    const rdap = rows.find(({ provider }) => provider.id === 'rdap')?.provider ?? expect.fail('no RDAP');
    const contacts = await Promise.all(
      (
        [
          ['rdap/domain_google.com.json', { kind: 'domain', value: 'google.com' }],
          ['rdap/ip_8.8.8.8.json', { kind: 'ipv4', value: '8.8.8.8' }],
        ] as const
      ).map(async ([file, ioc]) => {
        const reading = await read(rdap, file, 200, ioc, {});
        return (
          reading.is === 'answer' &&
          reading.answer.facts?.find(({ label }) => label === 'Abuse contact')?.value
        );
      }),
    );
    expect(contacts).toEqual(['abusecomplaints@markmonitor.com', 'network-abuse@google.com']);
  });
});
