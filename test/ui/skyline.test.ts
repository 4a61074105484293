import { expect, test } from 'vitest';
import { skylineWidth, type Tick, tally, tallyWords, tickColumns } from '../../lib/ui/skyline';

const tick = (provider: string, state: Tick['state'], level?: Tick['level']): Tick => ({
  provider,
  state,
  ...(level === undefined ? {} : { level }),
});

const ticks = [
  tick('lists', 'no-record'),
  tick('virustotal', 'answered', 'malicious'),
  tick('whois', 'answered', null),
  tick('otx', 'failed'),
  tick('urlhaus', 'answered', 'malicious'),
];

test('a skyline is counted worst level first, and facts have no vote', () => {
  expect(tally(ticks)).toEqual([
    ['malicious', 2],
    ['no-record', 1],
    ['failed', 1],
  ]);
});

test('its words say the same', () => {
  expect(tallyWords(ticks)).toBe('2 malicious, 1 no record, 1 failed');
});

test('facts alone are said to be no judgement', () => {
  expect(tallyWords([tick('whois', 'answered', null)])).toBe('Nobody judges it');
});

test('a source that states facts alone in every row has no column', () => {
  const facts = tick('whois', 'answered', null);
  expect(tickColumns([[facts, tick('otx', 'failed')], [facts]])).toEqual(['otx']);
  expect(tickColumns([[facts], [tick('whois', 'failed')]])).toEqual(['whois']);
});

test('many sources take less room in a row than twice as few', () => {
  expect(skylineWidth(34)).toBeLessThan(2 * skylineWidth(14));
});

test('rows that name different sources share columns in one order', () => {
  const rows = [
    [tick('lists', 'no-record'), tick('virustotal', 'failed')],
    [tick('lists', 'no-record'), tick('internetdb', 'no-record'), tick('virustotal', 'failed')],
    [tick('whois', 'no-record')],
  ];
  const columns = tickColumns(rows);
  expect([...columns].sort()).toEqual(['internetdb', 'lists', 'virustotal', 'whois']);
  expect(columns.indexOf('lists')).toBeLessThan(columns.indexOf('internetdb'));
  expect(columns.indexOf('internetdb')).toBeLessThan(columns.indexOf('virustotal'));
});
