import { describe, expect, it } from 'vitest';
import { costWords, isCostly } from '../../lib/ui/batch-preview';

const cost = {
  provider: 'one',
  name: 'One',
  requests: 780,
  known: 0,
  left: null,
  milliseconds: 0,
  scarce: false,
};

describe('what a batch costs', () => {
  it('names only what is to be said', () => {
    expect(costWords(cost)).toBe('780 requests');
    expect(costWords({ ...cost, requests: 1, known: 20, left: 312, milliseconds: 120_000 })).toBe(
      '1 request; 20 known already; 312 left today; about 2 min',
    );
  });

  it('warns where a day does not suffice', () => {
    expect(costWords({ ...cost, left: 500 })).toBe('780 requests; only 500 left today');
  });

  it('is shown from 50 IOCs on, and for one of a scarce source', () => {
    expect(isCostly({ iocs: 49, sources: [cost] })).toBe(false);
    expect(isCostly({ iocs: 50, sources: [cost] })).toBe(true);
    expect(isCostly({ iocs: 1, sources: [{ ...cost, scarce: true }] })).toBe(true);
    expect(isCostly({ iocs: 1, sources: [{ ...cost, scarce: true, requests: 0 }] })).toBe(false);
  });
});
