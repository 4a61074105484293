import type { Listed } from '../messages';
import { type Standing, standingWord } from './words';

/** One source's tick; null stays blank (the source does not take this kind, or states facts only). */
export type Tick = Listed['ticks'][number];

/** What a tick is counted as; null for facts, which have no vote. */
export function tickStanding({ state, level }: Tick): Standing | null {
  return state === 'answered' ? (level ?? null) : state;
}

const order: readonly Standing[] = [
  'malicious',
  'suspicious',
  'unknown',
  'benign',
  'no-record',
  'failed',
  'quota',
  'withheld',
  'not-configured',
  'running',
];

/** How many ticks are what, worst level first: `[['malicious', 3], ['no-record', 2]]`. */
export function tally(ticks: readonly Tick[]): readonly (readonly [Standing, number])[] {
  const counts = new Map<Standing, number>();
  for (const tick of ticks) {
    const standing = tickStanding(tick);
    if (standing !== null) counts.set(standing, (counts.get(standing) ?? 0) + 1);
  }
  return order.flatMap((standing) => {
    const count = counts.get(standing);
    return count === undefined ? [] : [[standing, count] as const];
  });
}

/**
 * What the mark shows where no level came out: a failure or a spent quota first, because a person may act, else what most
 * of them are. `none` where nobody was asked.
 */
export function leadingOutcome(ticks: readonly Tick[]): Standing {
  const counts = new Map(tally(ticks));
  for (const standing of ['failed', 'quota'] as const) if (counts.has(standing)) return standing;
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? 'none';
}

/** "3 malicious, 2 no record, 1 failed". */
export function tallyWords(ticks: readonly Tick[]): string {
  const parts = tally(ticks).map(([standing, count]) => `${count} ${standingWord(standing).toLowerCase()}`);
  return parts.length === 0 ? 'Nobody judges it' : parts.join(', ');
}

/** Columns for rows that are shown together: every source with a tick in any, once, in the order in which rows name them. */
export function tickColumns(rows: readonly (readonly Tick[])[]): readonly string[] {
  const columns: string[] = [];
  for (const ticks of rows) {
    let at = 0;
    for (const { provider } of ticks.filter((tick) => tickStanding(tick) !== null)) {
      const known = columns.indexOf(provider);
      if (known === -1) columns.splice(at++, 0, provider);
      else at = known + 1;
    }
  }
  return columns;
}

const sizes = {
  card: { pitch: 8, width: 5 },
  row: { pitch: 5, width: 3 },
  dense: { pitch: 3, width: 2 },
} as const;
/** Sources in a row from which on its ticks stand closer, so that they leave room for the words. */
const many = 15;

const sizeOf = (columns: number): keyof typeof sizes => (columns < many ? 'row' : 'dense');

/** Pixels that so many sources take in a row. */
export const skylineWidth = (columns: number): number => columns * sizes[sizeOf(columns)].pitch + 1;
const heights: Partial<Record<Standing, number>> = { malicious: 14, suspicious: 10, unknown: 6, benign: 4 };

function TickMark({ standing, x, width }: { standing: Standing; x: number; width: number }) {
  const height = heights[standing];
  const middle = x + width / 2;
  const half = (width - 1) / 2;
  if (standing === 'unknown') return <rect x={x + 0.5} y={8.5} width={width - 1} height={5} class="hollow" />;
  if (height !== undefined)
    return <rect x={x} y={14 - height} width={width} height={height} rx={0.5} class={standing} />;
  if (standing === 'no-record') return <circle cx={middle} cy={12} r={width > 3 ? 1.5 : 1} class="dot" />;
  if (standing === 'running') return <circle cx={middle} cy={11.5} r={width > 3 ? 2 : 1.5} class="ring" />;
  if (standing === 'failed')
    return (
      <path
        d={`M${middle - half} ${12 - half}l${2 * half} ${2 * half}m0 ${-2 * half}l${-2 * half} ${2 * half}`}
        class="cross"
      />
    );
  return <rect x={x} y={12} width={width} height={1.5} class="dash" />;
}

interface SkylineProps {
  readonly ticks: readonly Tick[];
  /** Ids of the sources, in the order of the options page. */
  readonly columns: readonly string[];
  /** As large as in the card; else as large as a row of so many has room for. */
  readonly size?: 'card';
}

/** One tick a source: height is the level, outcomes stay at the base line. Never mirrored. */
export function Skyline({ ticks, columns, size }: SkylineProps) {
  const { pitch, width } = sizes[size ?? sizeOf(columns.length)];
  const full = columns.length * pitch + 1;
  return (
    <svg
      class="skyline"
      width={full}
      height={16}
      viewBox={`0 0 ${full} 16`}
      role="img"
      aria-label={tallyWords(ticks)}
    >
      <path d={`M0 15.5h${full}`} class="base" />
      {ticks.map((tick) => {
        const standing = tickStanding(tick);
        const column = columns.indexOf(tick.provider);
        if (standing === null || column === -1) return null;
        return <TickMark key={tick.provider} standing={standing} x={1 + column * pitch} width={width} />;
      })}
    </svg>
  );
}
