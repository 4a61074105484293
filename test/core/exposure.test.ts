import { expect, test } from 'vitest';
import { combine, type Opinion } from '../../lib/core/combine';
import { withExposure } from '../../lib/core/exposure';
import type { Answer } from '../../lib/core/verdict';

const cve = { kind: 'cve', value: 'CVE-2021-44228' } as const;
const at = Date.UTC(2026, 10, 24);
const tells = (name: string, answer: Partial<Answer>): Opinion => ({
  provider: name.toLowerCase(),
  name,
  weight: 0,
  outcome: { state: 'answered', at, origin: 'asked', answer: { level: null, summary: '', ...answer } },
});
const failed: Opinion = {
  provider: 'misp',
  name: 'MISP',
  weight: 1,
  outcome: { state: 'failed', at, failure: { code: 'offline', message: 'Away. Try again.' } },
};
const nvd = tells('NVD', { summary: 'CVSS 10, critical' });
const epss = tells('EPSS', { summary: '94.4 % likely to be exploited within 30 days' });
const kev = tells('CISA KEV', { summary: 'Exploited, by ransomware too', tags: ['exploited'] });
const summary = (opinions: readonly Opinion[], ioc: Parameters<typeof withExposure>[1] = cve) =>
  withExposure(combine(opinions), ioc, opinions).summary;

test('a CVE is told by what an analyst orders the work by, that it is exploited first', () => {
  expect(summary([nvd, epss, kev, tells('OTX', { summary: '3 pulses' })])).toBe(
    'CISA KEV: Exploited, by ransomware too; NVD: CVSS 10, critical; EPSS: 94.4 % likely to be exploited within 30 days.',
  );
});

test('it says who was not heard, and has no level', () => {
  expect(summary([nvd, failed])).toBe('NVD: CVSS 10, critical. 1 of 2 sources failed and may say worse.');
  expect(withExposure(combine([nvd]), cve, [nvd]).level).toBeNull();
});

test('a CVE that nobody knows, and everything else, keeps its count', () => {
  expect(summary([failed])).toBe('0 of 1 gave a verdict: 1 failed.');
  expect(summary([nvd], { kind: 'ipv4', value: '203.0.113.7' })).toBe(
    '0 of 1 gave a verdict: 1 with facts only.',
  );
});
