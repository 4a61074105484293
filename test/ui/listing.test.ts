import { expect, test } from 'vitest';
import type { Listed } from '../../lib/messages';
import { countChips, filterRows, grouped, place } from '../../lib/ui/listing';

const row = (value: string, level: Listed['level'], more: Partial<Listed> = {}): Listed => ({
  key: `domain|${value}`,
  ioc: { kind: 'domain', value },
  level,
  running: false,
  summary: '',
  ticks: [],
  at: 1,
  ...more,
});

const rows = [
  row('update.vendor.example', 'benign'),
  row('cdn.badhost.example', 'malicious', { summary: 'AsyncRAT C2' }),
  row('new.example', null, { running: true }),
  row('failed.example', null),
  row('other.example', 'unknown'),
];

const groupsOf = (list: readonly Listed[]) => grouped(list, place(new Map(), list, false).places);

test('groups come worst first, and no verdict before benign', () => {
  expect(groupsOf(rows).map(({ id }) => id)).toEqual(['malicious', 'running', 'unknown', 'none', 'benign']);
});

test('within a group the newest comes first', () => {
  const list = [row('a.example', 'unknown', { at: 1 }), row('b.example', 'unknown', { at: 2 })];
  expect(groupsOf(list)[0]?.rows.map(({ ioc }) => ioc.value)).toEqual(['b.example', 'a.example']);
});

test('a row that is asked again keeps the group of its level', () => {
  const [first] = groupsOf([row('a.example', 'malicious', { running: true })]);
  expect(first?.id).toBe('malicious');
});

test('no row moves under the pointer; verdicts that arrived wait and are counted', () => {
  const before = place(new Map(), rows, false).places;
  const later = rows.map((each) => (each.level === null ? { ...each, level: 'malicious' as const } : each));
  const held = place(before, later, true);
  expect(held.waiting).toBe(2);
  expect(held.places).toEqual(before);
  const released = place(held.places, later, false);
  expect(released.waiting).toBe(0);
  expect(released.places.get('domain|new.example')).toBe('malicious');
});

test('a row that is new while the list is held waits too', () => {
  const before = place(new Map(), rows, false).places;
  const held = place(before, [...rows, row('late.example', 'malicious')], true);
  expect(held.waiting).toBe(1);
  expect(held.places.has('domain|late.example')).toBe(false);
});

test('a filter finds value, kind and reason, every word of it, whatever the case', () => {
  const found = (words: string) => filterRows(rows, words, 'all').map(({ ioc }) => ioc.value);
  expect(found('ASYNCRAT domain')).toEqual(['cdn.badhost.example']);
  expect(found('asyncrat vendor')).toEqual([]);
  expect(found('')).toHaveLength(rows.length);
});

test('a filter understands what tickets show, defanged', () => {
  expect(filterRows(rows, 'cdn[.]badhost', 'all')).toHaveLength(1);
});

test('chips count what they show, and running rows have no level yet', () => {
  expect(countChips(rows)).toEqual({ all: 5, malicious: 1, suspicious: 0, unknown: 1, benign: 1, none: 2 });
  expect(filterRows(rows, '', 'none').map(({ ioc }) => ioc.value)).toEqual(['new.example', 'failed.example']);
});
