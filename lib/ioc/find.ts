import { hostOf } from './host';
import type { Indicator, Kind } from './kind';
import { scan } from './scan';

export interface FindOptions {
  /** Report these kinds alone. An indicator of another kind still takes its text: a host inside a URL is not a domain. */
  readonly kinds?: readonly Kind[];
  /** Report the host of each URL and email address too, right after it and with its offsets. */
  readonly hosts?: boolean;
}

const withHost = (one: Indicator): readonly Indicator[] => {
  const host = /url|email/.test(one.kind) ? hostOf(one) : null;
  return host === null ? [one] : [one, { ...host, start: one.start, end: one.end }];
};

/**
 * Every indicator in `text`, in order and, unless hosts are asked for, without overlaps. Never throws. Offsets are UTF-16.
 */
export const find = (text: string, { kinds, hosts = false }: FindOptions = {}): Indicator[] => {
  const all = hosts ? scan(text).flatMap(withHost) : scan(text);
  return kinds === undefined ? all : all.filter((one) => kinds.includes(one.kind));
};
