import { describe, expect, it } from 'vitest';
import { isCostly, leadWords, shortWords } from '../../lib/ui/batch-preview';

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
  it('names the source that sets the pace, where one does', () => {
    expect(leadWords({ iocs: 1, sources: [cost] })).toBe('1 IOC.');
    const slow = { ...cost, name: 'Slow', milliseconds: 420_000 };
    expect(leadWords({ iocs: 780, sources: [{ ...cost, milliseconds: 60_000 }, slow] })).toBe(
      '780 IOCs. At the pace of Slow it takes 7 min at least.',
    );
  });

  it('warns where a day does not suffice, and says what becomes of the rest', () => {
    expect(shortWords({ iocs: 780, sources: [cost, { ...cost, left: 780 }] })).toBe(null);
    expect(
      shortWords({
        iocs: 780,
        sources: [
          { ...cost, left: 500 },
          { ...cost, name: 'Two', left: 0 },
        ],
      }),
    ).toBe('One and Two cannot take all of it today. The rest is asked when there is room again.');
  });

  it('is shown from 50 IOCs on, and for one of a scarce source', () => {
    expect(isCostly({ iocs: 49, sources: [cost] })).toBe(false);
    expect(isCostly({ iocs: 50, sources: [cost] })).toBe(true);
    expect(isCostly({ iocs: 1, sources: [{ ...cost, scarce: true }] })).toBe(true);
    expect(isCostly({ iocs: 1, sources: [{ ...cost, scarce: true, requests: 0 }] })).toBe(false);
  });
});
