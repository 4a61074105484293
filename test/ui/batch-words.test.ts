import { expect, test } from 'vitest';
import type { Batch, BudgetState, Listed } from '../../lib/messages';
import { batchEnded, batchWords } from '../../lib/ui/batch-words';
import { budgetWords, scarcest } from '../../lib/ui/budget-foot';
import { isUnfiled } from '../../lib/core/unfiled';

const now = 1_000_000;
const row = (level: Listed['level'], filing?: 'queued' | 'filed' | 'held'): Listed => ({
  key: `domain|${level ?? ''}${filing ?? ''}`,
  ioc: { kind: 'domain', value: 'a.example' },
  level,
  running: false,
  summary: '',
  ticks: [],
  at: 1,
  ...(filing === undefined
    ? {}
    : {
        enrichment: {
          key: 'domain|a.example',
          ioc: { kind: 'domain', value: 'a.example' },
          state: 'closed',
          openedAt: 1,
          runAt: 1,
          runs: 1,
          level,
          filing:
            filing === 'filed'
              ? {
                  state: 'filed',
                  externalId: 'x',
                  tracker: 'jira',
                  ref: { key: 'SEC-1', id: '1', url: 'https://jira.example' },
                  filedAt: 1,
                  idKept: true,
                  adopted: false,
                }
              : { state: filing, externalId: 'x' },
        },
      }),
});

const batch = (more: Partial<Batch>): Batch => ({
  id: 'b',
  title: 'proxy.log',
  startedAt: 1,
  cancelled: false,
  done: 7,
  running: 2,
  waiting: 1,
  pace: '',
  until: null,
  count: 10,
  ...more,
});

test('a batch says how long it will take, as far as budgets tell', () => {
  expect(batchWords(batch({ until: now + 125_000 }), now)).toBe('about 2 min left');
  expect(batchWords(batch({ until: now - 1 }), now)).toBe('Nearly done');
  expect(batchWords(batch({}), now)).toBe('Under way');
});

test('a batch ends when nothing runs or waits, and a cancelled one says what was not asked', () => {
  const done = batch({ done: 10, running: 0, waiting: 0 });
  expect([batchEnded(done), batchWords(done, now)]).toEqual([true, 'Done']);
  const cancelled = batch({ cancelled: true, running: 0, waiting: 0 });
  expect([batchEnded(cancelled), batchWords(cancelled, now)]).toEqual([true, 'Cancelled; 3 not asked']);
  expect(batchEnded(batch({}))).toBe(false);
});

test('only malicious rows without a ticket, filed or under way, are offered for filing', () => {
  const rows = [
    row('malicious'),
    row('malicious', 'held'),
    row('malicious', 'filed'),
    row('malicious', 'queued'),
  ];
  expect([...rows, row('suspicious'), row(null)].filter(isUnfiled).map(({ key }) => key)).toEqual([
    'domain|malicious',
    'domain|maliciousheld',
  ]);
});

test('the scarcest budget comes first, and a closed one says when it is back', () => {
  const budget = (name: string, left: number): BudgetState => ({
    provider: name,
    name,
    left,
    of: 100,
    per: 'day',
  });
  expect(scarcest([budget('a', 90), budget('b', 3), budget('c', 40)]).map(({ name }) => name)).toEqual([
    'b',
    'c',
    'a',
  ]);
  expect(budgetWords(budget('a', 1204), now)).toBe('1,204 left');
  expect(budgetWords({ ...budget('a', 3), closedUntil: now + 120_000 }, now)).toBe('back in 2 min');
});
