import { describe, expect, test } from 'vitest';
import { counted, factsOf, tagsOf } from '../../lib/core/facts';

describe('facts for people', () => {
  test('leave out what is empty or unknown, and keep a zero', () => {
    expect(
      factsOf({ A: '', B: null, C: undefined, D: [], E: ' \n ', F: 0, G: 'x', H: ['a', '', 'b'] }),
    ).toEqual([
      { label: 'F', value: '0' },
      { label: 'G', value: 'x' },
      { label: 'H', value: 'a, b' },
    ]);
  });

  test('are one bounded line each, however long the answer', () => {
    const [fact] = factsOf({ Names: Array.from({ length: 5000 }, (_, n) => `host\n${n}`) });
    expect(fact?.value.length).toBe(200);
    expect(fact?.value).not.toContain('\n');
  });

  test('tags are different, few and short', () => {
    expect(tagsOf(['elf', 'elf', '', 'x'.repeat(99)])).toEqual(['elf', `${'x'.repeat(59)}…`]);
    expect(tagsOf(Array.from({ length: 99 }, (_, n) => `t${n}`))).toHaveLength(12);
  });

  test('count in singular and plural', () => {
    expect([counted(0, 'URL'), counted(1, 'URL'), counted(2, 'URL')]).toEqual(['0 URLs', '1 URL', '2 URLs']);
  });
});
