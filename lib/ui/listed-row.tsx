import type { Listed } from '../messages';
import { Mark } from './marks';
import { leadingOutcome, Skyline } from './skyline';
import { ageWords, cutMiddle, kindWord, momentWords } from './words';

interface ListedRowProps {
  readonly row: Listed;
  /** Ids of the sources, the same for every row that is shown with this one. */
  readonly columns: readonly string[];
  readonly now: number;
  /** Characters that fit before the middle of the value is cut. */
  readonly fits: number;
  onOpen(row: Listed): void;
}

/** Malicious and suspicious rows have two lines, because they need the why; the rest one. */
export function ListedRow({ row, columns, now, fits, onOpen }: ListedRowProps) {
  const standing = row.level ?? (row.running ? 'running' : leadingOutcome(row.ticks));
  const two = row.level === 'malicious' || row.level === 'suspicious';
  return (
    <li>
      <button type="button" class={`row ${two ? 'two' : ''}`} data-key={row.key} onClick={() => onOpen(row)}>
        <Mark of={standing} />
        <span class="row-words">
          <span class="row-first">
            <bdi class="ioc" title={row.ioc.value}>
              {cutMiddle(row.ioc.value, fits)}
            </bdi>
            <span class="kind">{kindWord(row.ioc.kind)}</span>
          </span>
          {two ? (
            <span class="row-why">
              <bdi>{row.summary}</bdi>
            </span>
          ) : null}
        </span>
        {row.ticks.length === 0 ? <span /> : <Skyline ticks={row.ticks} columns={columns} />}
        <time class="age" title={row.at === 0 ? '' : momentWords(row.at)}>
          <bdi>{row.at === 0 ? '' : ageWords(row.at, now)}</bdi>
        </time>
      </button>
    </li>
  );
}
