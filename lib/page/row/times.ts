import type { EventTime } from '../../core/seen';

/** What the text alone does not tell. */
export interface Around {
  /** Epoch milliseconds: a syslog line without a year is of the last twelve months. */
  readonly now: number;
  /** Is 05/11 the 5th of November (true) or the 11th of May (false)? Null: unknown, and then it is no date. */
  readonly dayFirst: boolean | null;
  /** IANA name of the browser's own zone. */
  readonly zone: string;
}

/** A time and where it stands in its text. */
export interface TimeAt extends EventTime {
  readonly start: number;
  readonly end: number;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const name = `(?<name>(?:${months.join('|')}))[a-z]{0,6}\\.?`;
const clock =
  '(?<h>\\d{1,2}):(?<mi>\\d{2})(?::(?<s>\\d{2})(?:[.,](?<f>\\d{1,9}))?)?(?:\\s?(?<half>[ap])\\.?m\\b\\.?)?';
const zone = '(?:\\s?\\(?(?<z>(?:UTC|GMT)?[+-]\\d{2}:?\\d{2}|UTC|GMT|Z)\\b\\)?)?(?![\\d:])';

/** ISO 8601 and RFC 3339, Kibana, common log format, RFC 5322, RFC 3164 (no year), asctime, and figures with / or dots. */
const forms = [
  `(?<y>\\d{4})(?<mark>[-/.])(?<mo>\\d{1,2})\\k<mark>(?<d>\\d{1,2})(?:T|,?\\s{1,2}(?:@\\s)?)${clock}${zone}`,
  `${name}\\s{1,2}(?<d>\\d{1,2}),?\\s(?<y>\\d{4}),?\\s(?:@\\s|at\\s)?${clock}${zone}`,
  `(?<d>\\d{1,2})(?<mark>[ /-])${name}\\k<mark>(?<y>\\d{4})(?::|,?\\s(?:at\\s)?)${clock}${zone}`,
  `${name}\\s{1,2}(?<d>\\d{1,2})\\s${clock}${zone}(?:(?:\\s[A-Z]{3,5})?\\s(?<y>\\d{4})\\b)?`,
  `(?<first>\\d{1,2})(?<mark>[/.])(?<second>\\d{1,2})\\k<mark>(?<y>\\d{4}|\\d{2}),?\\s{1,2}${clock}${zone}`,
].map((form) => new RegExp(`(?<![\\w/.])${form}`, 'gi'));

/** Every time in a text, in its order; dates without an hour are none. Give it a bounded text. */
export function timesIn(text: string, around: Around): readonly TimeAt[] {
  const found: TimeAt[] = [];
  for (const form of forms) {
    for (const { 0: match, index, groups } of text.matchAll(form)) {
      const time = groups === undefined ? null : timeOf(groups, around);
      const end = index + match.length;
      const taken = found.some((other) => other.start < end && other.end > index);
      if (time !== null && !taken) found.push({ ...time, start: index, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, of the years 2001 to 2286. */
const epoch = /^([1-9]\d{9})(?:\.(\d{1,9})|(\d{3})(?:\d{3}){0,2})?$/;

/** A text that is nothing but a time, as epoch or as a date. For fields that hold times: any number could be an epoch. */
export function timeOnly(text: string, around: Around): EventTime | null {
  const trimmed = text.trim();
  const [, seconds, fraction, thousandths] = epoch.exec(trimmed) ?? [];
  if (seconds !== undefined) {
    const at = Number(seconds) * 1000 + Math.floor(Number(`0.${fraction ?? thousandths ?? 0}`) * 1000);
    return { at, zone: 'UTC', assumed: false };
  }
  const [time] = timesIn(trimmed, around);
  return time === undefined ? null : plain(time);
}

/** The time without its place. */
export const plain = ({ at, zone, assumed }: EventTime): EventTime => ({ at, zone, assumed });

type Groups = Readonly<Record<string, string | undefined>>;

function timeOf(groups: Groups, around: Around): EventTime | null {
  const part = (key: string): number => Number(groups[key] ?? 0);
  const date = dateOf(groups, around);
  const hour = hourOf(part('h'), groups.half);
  if (date === null || hour === null || part('mi') > 59 || part('s') > 60) return null;
  const milliseconds = Math.floor(Number(`0.${groups.f ?? 0}`) * 1000);
  const { year, month, day } = date;
  const utc = Date.UTC(year, month - 1, day, hour, part('mi'), part('s'), milliseconds);
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return null;
  const offset = offsetOf(groups.z);
  if (offset !== null) return { at: utc - offset * 60_000, zone: zoneName(offset), assumed: false };
  const at = new Date(year, month - 1, day, hour, part('mi'), part('s'), milliseconds).getTime();
  return { at, zone: around.zone, assumed: true };
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function dateOf(groups: Groups, { now, dayFirst }: Around): Day | null {
  let month = Number(groups.mo ?? 0);
  let day = Number(groups.d ?? 0);
  if (groups.name !== undefined) month = months.indexOf(groups.name.toLowerCase()) + 1;
  if (groups.first !== undefined) {
    const [first, second] = [Number(groups.first), Number(groups.second)];
    // Dots are written day first everywhere; of slashes 12-hour clocks are American.
    const isDayFirst = groups.mark === '.' || first > 12 || (groups.half === undefined && dayFirst);
    if (isDayFirst === null && first !== second && second <= 12) return null;
    [day, month] = isDayFirst === true ? [first, second] : [second, first];
  }
  if (month < 1 || month > 12 || day < 1) return null;
  const written = groups.y === undefined ? null : Number(groups.y) + (groups.y.length === 2 ? 2000 : 0);
  const year = written ?? lastYear(month, day, now);
  return year < 1990 || year > 2100 ? null : { year, month, day };
}

/** A day ahead of the clock is a zone's doing; more than that is last year. */
function lastYear(month: number, day: number, now: number): number {
  const year = new Date(now).getUTCFullYear();
  return Date.UTC(year, month - 1, day) > now + 86_400_000 ? year - 1 : year;
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour > 23 ? null : hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** Minutes east of UTC; null where nothing is stated. Names such as CST mean several zones, so they state nothing. */
function offsetOf(stated: string | undefined): number | null {
  if (stated === undefined) return null;
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})$/.exec(stated) ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function zoneName(offset: number): string {
  if (offset === 0) return 'UTC';
  const two = (part: number): string => String(part).padStart(2, '0');
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** What a column's title says of its times: "TimeGenerated [UTC]", "Start time (UTC+02:00)". */
const titleZone = /(?:^|[\s([])((?:UTC|GMT)(?:[+-]\d{2}:?\d{2})?)[\])]?\s*$/i;

/** A time from a cell, by the zone that the column's title states. */
export function inTitleZone(time: EventTime, title: string): EventTime {
  const stated = time.assumed ? titleZone.exec(title)?.[1] : undefined;
  if (stated === undefined) return time;
  const offset = offsetOf(stated) ?? 0;
  const local = new Date(time.at);
  const utc = time.at - local.getTimezoneOffset() * 60_000;
  return { at: utc - offset * 60_000, zone: zoneName(offset), assumed: false };
}
