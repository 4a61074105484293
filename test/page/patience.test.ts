import { describe, expect, it } from 'vitest';
import { Patience } from '../../lib/page/patience';

/** How many of these moments are allowed. */
const allowed = (patience: Patience, moments: readonly number[]): number =>
  moments.filter((now) => patience.allows(now)).length;

const every = (milliseconds: number, times: number): number[] =>
  Array.from({ length: times }, (_, at) => at * milliseconds);

describe('patience with a page that undoes what we do', () => {
  it('answers the first times at once', () => {
    expect(allowed(new Patience(), every(0, 20))).toBe(20);
  });

  it('then four times a second, and never stops', () => {
    const patience = new Patience();
    allowed(patience, every(0, 20));
    expect(
      allowed(
        patience,
        every(10, 1_000).map((now) => now + 1_000),
      ),
    ).toBe(40);
    expect(patience.allows(1e9)).toBe(true);
  });

  it('does not wait longer for being asked in between', () => {
    const patience = new Patience();
    allowed(patience, every(0, 20));
    for (let now = 1; now < 250; now += 1) expect(patience.allows(now)).toBe(false);
    expect(patience.allows(250)).toBe(true);
  });

  it('is new for the next card', () => {
    const patience = new Patience();
    allowed(patience, every(0, 20));
    patience.renew();
    expect(patience.allows(1)).toBe(true);
  });
});
