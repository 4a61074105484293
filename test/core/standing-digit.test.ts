import { expect, it } from 'vitest';
import { standingDigit, standingOf } from '../../lib/core/standing-digit';
import { levels } from '../../lib/core/verdict';

it.each([...levels, null])('a row of level %s is read as it was written, running or not', (level) => {
  for (const running of [true, false]) {
    const digit = standingDigit({ level, running });
    expect(digit).toHaveLength(1);
    expect(standingOf(digit)).toEqual({ level, running });
  }
});
