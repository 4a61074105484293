import { useMemo, useRef, useState } from 'preact/hooks';
import type { Result } from '../core/failure';
import { ok } from '../core/failure';
import type { ShortRows } from '../core/short-rows';
import { standingOf } from '../core/standing-digit';
import type { Listed } from '../messages';
import { iocOfKey } from './ioc-of-key';
import { useLive } from './live';
import { send } from './send';

interface ShortListed {
  /** All rows; those that are drawn are whole, of the others the level and the time are known. */
  readonly rows: readonly Listed[];
  /** Those of them that name the words. */
  readonly named: readonly Listed[];
  readonly unfiled: readonly string[];
  /** Tell which rows are drawn. */
  onDrawn(rows: readonly Listed[]): void;
  reload(): void;
}

/**
 * The rows of a list, ten thousand too: in short, and whole where they are drawn. Undefined until the first answer.
 * @param name of the list; the rows at hand stay while the words change
 * @param load asks for the rows that name these words
 */
export function useShortRows(
  name: string,
  words: string,
  load: () => Promise<Result<ShortRows>>,
): ShortListed | undefined {
  const live = useLive(load, `rows ${name} ${words}`);
  const kept = useRef<{ name: string; value: ShortRows } | null>(null);
  if (live.value !== undefined) kept.current = { name, value: live.value };
  const list = kept.current?.name === name ? kept.current.value : undefined;

  const [drawn, setDrawn] = useState<readonly Listed[]>([]);
  const whole = useRef(new Map<string, Listed>());
  const iocs = drawn.map(({ ioc }) => ioc);
  const details = useLive(
    async () => (iocs.length === 0 ? ok([]) : send('listed', { iocs })),
    `listed ${name} ${drawn.map(({ key }) => key).join(' ')}`,
  );
  for (const row of details.value ?? []) whole.current.set(row.key, row);

  return useMemo(() => {
    if (list === undefined) return undefined;
    const rows = list.keys.flatMap((key, nth) => rowOf(key, nth, list, whole.current.get(key)) ?? []);
    const named = list.named === null ? rows : list.named.flatMap((nth) => rows[nth] ?? []);
    const { unfiled } = list;
    return { rows, named, unfiled, onDrawn: setDrawn, reload: live.reload };
  }, [list, details.value, live.reload]);
}

function rowOf(key: string, nth: number, { standings, at }: ShortRows, whole?: Listed): Listed | null {
  const ioc = iocOfKey(key);
  if (ioc === null) return null;
  const short = { ...standingOf(standings[nth] ?? ''), at: at[nth] ?? 0 };
  return whole === undefined ? { key, ioc, summary: '', ticks: [], ...short } : { ...whole, ...short };
}
