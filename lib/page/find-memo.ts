import type { Indicator } from '../ioc';

export type Find = (text: string) => readonly Indicator[];

/** Characters of text kept: the parts of a growing log that did not change are found at once. */
const most = 1_000_000;

/** Shorter texts are many, and cost little to read again. */
const least = 1_024;

/** Remembers what was found in a long text, the newest texts only. */
export function memo(find: Find): Find {
  let newer = new Map<string, readonly Indicator[]>();
  let older = new Map<string, readonly Indicator[]>();
  let size = 0;
  return (text) => {
    if (text.length < least) return find(text);
    let found = newer.get(text);
    if (found !== undefined) return found;
    found = older.get(text) ?? find(text);
    newer.set(text, found);
    size += text.length;
    if (size > most / 2) {
      older = newer;
      newer = new Map();
      size = 0;
    }
    return found;
  };
}
