import type { Indicator, Kind } from './kind';

let found: Indicator[] = [];
/** Up to here stands the path of a host without a scheme. */
export let quietUntil = 0;
/** Where four numbers end that were the last version, and the first of them. */
export let versionEnd = 0;
export let versionFirst = 0;

/** What was found since it was taken last. */
export const takeFound = (): Indicator[] => {
  const all = found;
  found = [];
  quietUntil = versionEnd = 0;
  return all;
};

export const emit = (kind: Kind, value: string, start: number, end: number): void => {
  if (start < quietUntil && (kind === 'domain' || kind === 'email')) return;
  found.push({ kind, value, start, end });
};

/** Until `end` stands the path of a host without a scheme: a name or mailbox in it is part of the path. */
export const quiet = (end: number): void => {
  if (end > quietUntil) quietUntil = end;
};

export const passVersion = (end: number, first: number): void => {
  versionEnd = end;
  versionFirst = first;
};

/** Withdraws what was found at or after `start`: an email address swallows the domain that its local part looked like. */
export const withdrawFrom = (start: number): void => {
  while ((found.at(-1)?.end ?? 0) > start) found.pop();
};

/** Moves what was found last: it was read in a decoded copy. */
export const relocate = (start: number, end: number): void => {
  const last = found.pop();
  if (last !== undefined) emit(last.kind, last.value, start, end);
};
