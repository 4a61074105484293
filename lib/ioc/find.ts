import type { Indicator, Kind } from './kind';
import { scan } from './scan';

export interface FindOptions {
  /** Report these kinds alone. An indicator of another kind still takes its text: a host inside a URL is not a domain. */
  readonly kinds?: readonly Kind[];
}

/** Every indicator in `text`, in order and without overlaps. Never throws. Offsets are UTF-16. */
export const find = (text: string, options: FindOptions = {}): Indicator[] => {
  const all = scan(text);
  const wanted = options.kinds;
  return wanted === undefined ? all : all.filter((one) => wanted.includes(one.kind));
};
