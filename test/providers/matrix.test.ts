import { describe, expect, test } from 'vitest';
import type { Kind } from '../../lib/ioc';
import { type AskedProvider, isLocal } from '../../lib/core/plugin';
import { providers } from '../../lib/registry';
import type { ProviderCase } from './case';
import { cases } from './cases';

/** Sources that never accuse, and why: their cases have no malicious answer. */
const neverBad: Readonly<Record<string, string>> = {
  crtsh: 'certificates are facts',
  nvd: 'a vulnerability is not malicious',
  epss: 'a vulnerability is not malicious',
};

/** Sources that hold nothing but bad things: what they do not hold is "not found". */
const onlyBad: ReadonlySet<string> = new Set([
  'cloudflare-dns',
  'malwarebazaar',
  'quad9',
  'safebrowsing',
  'threatfox',
  'webrisk',
]);

const levelsOf = ({ examples }: ProviderCase) =>
  examples.map(({ reads }) => (typeof reads === 'string' ? reads : reads.level));
const asksAbout = ({ paths }: ProviderCase, fits: (kind: Kind, value: string) => boolean): boolean =>
  paths.some(([{ kind, value }]) => fits(kind, value));
const isForeign = (value: string): boolean => /[\u0080-\uffff]|xn--/.test(value);

/** What each source must be tested with, beside the failures that the contract suite puts to every one of them. */
const needed: readonly (readonly [string, (provider: AskedProvider, one: ProviderCase) => boolean])[] = [
  [
    'found bad',
    ({ id }, one) =>
      neverBad[id] !== undefined ||
      levelsOf(one).some((level) => level === 'malicious' || level === 'suspicious'),
  ],
  [
    'found, and nothing against it',
    ({ id }, one) =>
      onlyBad.has(id) ||
      levelsOf(one).some((level) => level === 'benign' || level === 'unknown' || level === null),
  ],
  ['not found', (_, one) => levelsOf(one).includes('none')],
  [
    'Unicode in a name',
    ({ kinds }, one) =>
      !kinds.includes('domain') || asksAbout(one, (kind, value) => kind === 'domain' && isForeign(value)),
  ],
  [
    'Unicode in a URL',
    ({ kinds }, one) =>
      !kinds.includes('url') || asksAbout(one, (kind, value) => kind === 'url' && isForeign(value)),
  ],
  ['IPv6', ({ kinds }, one) => !kinds.includes('ipv6') || asksAbout(one, (kind) => kind === 'ipv6')],
];

describe.each(providers.filter((provider): provider is AskedProvider => !isLocal(provider)))(
  '$id',
  (provider) => {
    test.each(needed)('is tested with: %s', (_name, has) => {
      expect(has(provider, cases[provider.id] ?? expect.fail('no cases'))).toBe(true);
    });
  },
);

test('no reason is left for a source that is gone, or that has such an answer after all', () => {
  const has = (id: string, levels: readonly unknown[]) =>
    levelsOf(cases[id] ?? expect.fail(id)).some((level) => levels.includes(level));
  expect(Object.keys(neverBad).filter((id) => has(id, ['malicious', 'suspicious']))).toEqual([]);
  expect([...onlyBad].filter((id) => has(id, [null, 'benign', 'unknown']))).toEqual([]);
});
