import { describe, expect } from 'vitest';
import { customProvider, examples, parseCustomSource } from '../../lib/custom';
import { keepsTheContract } from '../providers/contract';
import { cases } from './cases';

const sources = examples.map(({ text }) => {
  const parsed = parseCustomSource(text);
  return customProvider(parsed.ok ? parsed.value : expect.fail(parsed.failure.message));
});

describe.each(sources)('$name', (provider) => {
  keepsTheContract(provider, cases[provider.id] ?? expect.fail('no cases'));
});
