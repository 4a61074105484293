import type { Indicator, Kind } from './kind';

let found: Indicator[] = [];

export const startFinding = (): void => {
  found = [];
};

export const finishFinding = (): Indicator[] => {
  const all = found;
  found = [];
  return all;
};

export const emit = (kind: Kind, value: string, start: number, end: number): void => {
  found.push({ kind, value, start, end });
};

/** Withdraws what was found at or after `start`: an email address swallows the domain that its local part looked like. */
export const withdrawFrom = (start: number): void => {
  while ((found.at(-1)?.end ?? 0) > start) found.pop();
};
