import { expect, test } from 'vitest';
import {
  communityAnswer,
  communitySchema,
  fullAnswer,
  fullSchema,
} from '../../lib/providers/greynoise/shape';
import { ok } from '../../lib/core/failure';
import greynoise from '../../lib/providers/greynoise';

const full = (scanner: object, business: object) =>
  fullAnswer(
    fullSchema.parse({
      internet_scanner_intelligence: { found: null, ...scanner },
      business_service_intelligence: { found: null, ...business },
    }),
  );

test('a block that the plan hides is a failure, never "not seen"', () => {
  const settings = greynoise.settings.parse({ plan: 'full', key: 'k' });
  const ioc = { kind: 'ipv4', value: '203.0.113.7' } as const;
  const read = (scanner: boolean | null, business: boolean | null) => {
    const value = {
      internet_scanner_intelligence: { found: scanner },
      business_service_intelligence: { found: business },
    };
    const answer = {
      status: 200,
      headers: new Headers(),
      text: '',
      bytes: new Uint8Array(),
      json: () => ok(value),
    };
    return greynoise.read(answer, ioc, { settings, now: 0, files: {} });
  };
  expect(read(null, null)).toMatchObject({ failure: { code: 'rejected' } });
  expect(read(null, false)).toMatchObject({ failure: { code: 'rejected' } });
  expect(read(false, null)).toMatchObject({ failure: { code: 'rejected' } });
  expect(read(false, false).is).toBe('none');
});

test('a business service that one may ignore is benign, one that is only common is not judged', () => {
  expect(full({}, { found: true, trust_level: '1', name: 'Example CDN' })).toMatchObject({
    level: 'benign',
    summary: 'Business service: Example CDN',
  });
  expect(full({}, { found: true, trust_level: '2' })?.level).toBe('unknown');
});

test('a business service that attacks is malicious all the same', () => {
  const scanner = {
    found: true,
    classification: 'malicious',
    vpn: true,
    tags: [{ name: 'SSH Bruteforcer' }],
  };
  expect(full(scanner, { found: true, trust_level: '1' })).toMatchObject({
    level: 'malicious',
    tags: ['vpn', 'SSH Bruteforcer'],
  });
  const told = communitySchema.parse({ ip: 'x', noise: true, riot: true, classification: 'suspicious' });
  expect(communityAnswer(told).level).toBe('suspicious');
});

test('the full plan asks its own address and needs a key; without a key ten a day are asked', () => {
  const settings = greynoise.settings.parse({ plan: 'full', perWeek: 500, key: 'k' });
  const ioc = { kind: 'ipv4', value: '203.0.113.7' } as const;
  expect(greynoise.request(ioc, { settings, now: 0, files: {} })).toMatchObject({
    url: 'https://api.greynoise.io/v3/ip/203.0.113.7',
  });
  expect(greynoise.missing({ ...settings, key: '' })).toBe('Needs a key.');
  expect(greynoise.limitsBy?.(settings)).toEqual([{ requests: 500, per: 604_800_000 }]);
  expect(greynoise.limitsBy?.({ ...settings, key: '' })).toEqual([{ requests: 10, per: 'day' }]);
});
