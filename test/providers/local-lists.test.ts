import { expect, test } from 'vitest';
import { isLocal, type ListHit } from '../../lib/core/plugin';
import lists from '../../lib/providers/local-lists';

const ioc = { kind: 'domain', value: 'badhost.test' } as const;

const hit = (list: string, level: ListHit['level'], note = '', importedAt = 1): ListHit => ({
  list,
  entry: ioc.value,
  level,
  note,
  importedAt,
});

function find(...hits: ListHit[]) {
  return isLocal(lists) ? lists.find(ioc, hits) : expect.fail('not local');
}

test('an indicator in no list has no record, which is not a judgement', () => {
  expect(find()).toEqual({ is: 'none', message: 'In none of your lists.' });
});

test('the most urgent entry speaks, and the others stay visible', () => {
  const reading = find(hit('Allowed', 'benign'), hit('Blocklist', 'malicious', 'AsyncRAT C2'));
  expect(reading).toMatchObject({
    is: 'answer',
    answer: {
      level: 'malicious',
      summary: 'In Blocklist: AsyncRAT C2',
      facts: [{}, { label: 'Allowed', value: 'benign' }],
    },
  });
});

test('among equals the newest import speaks', () => {
  expect(find(hit('Old', 'suspicious', '', 1), hit('New', 'suspicious', '', 2))).toMatchObject({
    answer: { summary: 'In New' },
  });
});
