import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { find } from '../../lib/ioc';
import { score, type Labelled } from './score';

const file = new URL('../../../shared/fixtures/ioc-cases.jsonl', import.meta.url);

test.runIf(existsSync(file))('the public test suites of other extractors are met', () => {
  const cases = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);
  const core = score(
    cases.filter(({ tier }) => tier === 'core'),
    find,
  );
  expect(core.missed).toEqual([]);
  expect(core.extra).toEqual([]);
  const hard = score(
    cases.filter(({ tier }) => tier === 'hard'),
    find,
  );
  expect(hard.f1).toBeGreaterThan(0.95);
});

test('a wrong pair, a missed pair and a clean text are counted', () => {
  const cases: Labelled[] = [
    { id: 'a', text: 'evil.com', tier: 'core', expect: [{ type: 'domain', value: 'EVIL.com' }] },
    { id: 'b', text: '1.1.1.1', tier: 'core', expect: [{ type: 'domain', value: 'x.org' }] },
    { id: 'c', text: 'nothing', tier: 'core', expect: [] },
  ];
  expect(score(cases, find)).toEqual({
    precision: 0.5,
    recall: 0.5,
    f1: 0.5,
    clean: 1,
    missed: ['b: domain x.org'],
    extra: ['b: ipv4 1.1.1.1'],
  });
});
