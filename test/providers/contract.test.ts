import { describe, expect, test } from 'vitest';
import { isLocal, type AskedProvider, type Provider } from '../../lib/core/plugin';
import { providers } from '../../lib/registry';
import { cases } from './cases';
import { keepsTheContract } from './contract';

const isAsked = (provider: Provider): provider is AskedProvider => !isLocal(provider);

test('every source that is asked has its cases', () => {
  const asked = providers.filter(isAsked).map(({ id }) => id);
  expect(Object.keys(cases).sort()).toEqual([...asked].sort());
});

describe.each(providers.filter(isAsked))('$id', (provider) => {
  keepsTheContract(provider, cases[provider.id] ?? expect.fail('no cases'));
});
