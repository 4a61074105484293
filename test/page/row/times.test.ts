import { assert, date as dates, property, string } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { inTitleZone, timeOnly, timesIn } from '../../../lib/page/row/times';

beforeAll(() => {
  process.env.TZ = 'America/New_York';
});

const around = { now: Date.UTC(2026, 10, 24), dayFirst: null, zone: 'America/New_York' };
const utc = '2026-11-20T14:09:58.000Z';
const read = (text: string, dayFirst: boolean | null = null) =>
  timesIn(text, { ...around, dayFirst }).map(({ at, zone, assumed }) => [
    new Date(at).toISOString(),
    assumed ? `assumed ${zone}` : zone,
  ]);

describe('a time in a text is read with the zone that the text states', () => {
  for (const [text, zone = 'UTC', at = utc] of [
    ['2026-11-20T14:09:58Z'],
    ['2026-11-20T14:09:58.102+00:00', 'UTC', '2026-11-20T14:09:58.102Z'],
    ['2026-11-20T16:09:58+0200', '+02:00'],
    ['2026-11-20 09:09:58,000 -05:00', '-05:00'],
    ['2026-11-20 14:09:58 UTC'],
    ['20/Nov/2026:15:09:58 +0100', '+01:00'],
    ['Fri, 20 Nov 2026 14:09:58 +0000'],
    ['Nov 20, 2026 @ 14:09:58.000 GMT'],
    ['Fri Nov 20 14:09:58 UTC 2026'],
  ] as const) {
    it(text, () => expect(read(`<13> ${text} host`)).toEqual([[at, zone]]));
  }
});

describe('a time that states no zone is the browser’s, and marked as assumed', () => {
  for (const [text, dayFirst = null] of [
    ['2026-11-20 09:09:58'],
    ['Nov 20, 2026 @ 09:09:58.000'],
    ['Nov 20, 2026, 9:09:58 AM'],
    ['20 Nov 2026 09:09:58'],
    ['Nov 20 09:09:58'],
    ['Fri Nov 20 09:09:58 2026'],
    ['11/20/2026, 9:09:58.000 AM'],
    ['11/20/26 9:09:58.000 AM'],
    ['20.11.2026 09:09:58'],
    ['20/11/2026 09:09:58'],
    ['11/20/2026 09:09:58'],
  ] as const) {
    it(text, () => expect(read(text, dayFirst)).toEqual([[utc, 'assumed America/New_York']]));
  }
});

it('days and months that could be either are read only where the page’s language tells', () => {
  expect(read('05/11/2026 10:00')).toEqual([]);
  expect(read('05/11/2026 10:00', true)[0]?.[0]).toBe('2026-11-05T15:00:00.000Z');
  expect(read('05/11/2026 10:00', false)[0]?.[0]).toBe('2026-05-11T14:00:00.000Z');
});

it('a zone’s name means several zones, so it is none; the year behind it counts', () => {
  expect(read('Fri Nov 20 09:09:58 CST 2020')).toEqual([
    ['2020-11-20T14:09:58.000Z', 'assumed America/New_York'],
  ]);
});

it('a syslog line without a year that lies ahead is last year’s', () => {
  expect(read('Dec 31 12:00:00')[0]?.[0]).toBe('2025-12-31T17:00:00.000Z');
});

it('several times come in their order; an address, a version or a bare hour is none', () => {
  expect(read('b 2026-11-20 14:09:58Z a Nov 20 2026 14:10:00 UTC')).toHaveLength(2);
  for (const text of [
    '10.1.2.3:51233',
    '14:09:58',
    '2026-13-20 14:00:00',
    '2026-02-30 14:00:00',
    '1.2.2026',
    '2026-11-20 25:00:00',
    '1/2026-11-20 14:00:00',
  ]) {
    expect(read(text)).toEqual([]);
  }
});

it('a field of times may hold an epoch in any of its sizes', () => {
  for (const text of [
    '1795183798',
    '1795183798.000',
    '1795183798000',
    '1795183798000000',
    '1795183798000000000',
  ]) {
    expect(timeOnly(text, around)).toEqual({ at: 1_795_183_798_000, zone: 'UTC', assumed: false });
  }
  expect(timeOnly('179518379', around)).toBeNull();
});

it('a column’s title states the zone of its cells', () => {
  const [time] = timesIn('2026-11-20 14:09:58', around);
  if (time === undefined) throw new Error('No time.');
  expect(inTitleZone(time, 'TimeGenerated [UTC]')).toEqual({
    at: Date.parse(utc),
    zone: 'UTC',
    assumed: false,
  });
  expect(inTitleZone(time, 'Start (UTC+02:00)').zone).toBe('+02:00');
  expect(inTitleZone(time, 'Time')).toBe(time);
});

it('every moment written as RFC 3339 comes back, and no text makes it throw', () => {
  assert(
    property(
      dates({ min: new Date('1990-01-02'), max: new Date('2099-12-30'), noInvalidDate: true }),
      (date) => {
        expect(timesIn(`at ${date.toISOString()}.`, around)[0]?.at).toBe(date.getTime());
      },
    ),
  );
  assert(
    property(string({ maxLength: 400 }), (text) => {
      for (const { start, end } of timesIn(text, around)) expect(end).toBeGreaterThan(start);
    }),
  );
});
