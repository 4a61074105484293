/** One row of a printed table: what it says, and a value for each column. */
export type Line = readonly [what: string, ...values: string[]];

/** Prints a table whose columns are as wide as they need. */
export function printTable(head: Line, lines: readonly Line[]): void {
  const all = [head, ...lines];
  const widths = head.map((_, at) => Math.max(...all.map((line) => line[at]?.length ?? 0)));
  const row = (line: Line): string =>
    line
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  console.log(row(head));
  console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  for (const line of lines) console.log(row(line));
}

/** A requirement, and whether what was measured holds it. */
export interface Requirement {
  readonly what: string;
  readonly measured: string;
  readonly held: boolean;
}

/** Prints each requirement with what was measured. The process ends with 1 where one does not hold. */
export function printRequirements(requirements: readonly Requirement[]): void {
  console.log('');
  for (const { what, measured, held } of requirements) {
    console.log(`${held ? 'held    ' : 'NOT HELD'}  ${what}: ${measured}`);
    if (!held) process.exitCode = 1;
  }
}

export const ms = (value: number | null, digits = 1): string =>
  value === null ? '' : `${value.toFixed(digits)} ms`;
export const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
