import { type Level, levels } from './verdict';

/** How a row stands, in one character: which level, or none, and whether it runs. Ten thousand travel as one text. */
export function standingDigit({ level, running }: Standing): string {
  const at = level === null ? levels.length : levels.indexOf(level);
  return (at + (running ? levels.length + 1 : 0)).toString(36);
}

interface Standing {
  readonly level: Level | null;
  readonly running: boolean;
}

/** What `standingDigit` wrote. */
export function standingOf(digit: string): Standing {
  const number = parseInt(digit, 36);
  const all = levels.length + 1;
  return { level: levels[number % all] ?? null, running: number >= all };
}
