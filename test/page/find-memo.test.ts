import { describe, expect, it } from 'vitest';
import { find } from '../../lib/ioc';
import { memo } from '../../lib/page/find-memo';

describe('the memo of found texts', () => {
  it('asks once for a long text that comes again, each time for a short one', () => {
    let asked = 0;
    const remembered = memo((text) => {
      asked += 1;
      return find(text);
    });
    const long = `${'see '.repeat(300)}198.51.100.7`;
    expect(remembered(long)).toEqual(remembered(long));
    expect(asked).toBe(1);
    expect(remembered('198.51.100.7')).toEqual(remembered('198.51.100.7'));
    expect(asked).toBe(3);
  });

  it('forgets the oldest and keeps the answers true', () => {
    const remembered = memo(find);
    for (let row = 0; row < 300; row += 1) {
      const text = `${'x '.repeat(5000)} 10.0.${row >> 8}.${row & 255}`;
      expect(remembered(text).map(({ value }) => value)).toEqual([`10.0.${row >> 8}.${row & 255}`]);
    }
    expect(remembered('see 198.51.100.7').map(({ value }) => value)).toEqual(['198.51.100.7']);
  });
});
