import type { Listed } from '../messages';
import { Mark } from './marks';
import { leadingOutcome, Skyline } from './skyline';
import { ageWords, cutMiddle, kindWord, momentWords } from './words';

interface ListedRowProps {
  readonly row: Listed;
  /** Ids of the sources, the same for every row that is shown with this one. */
  readonly columns: readonly string[];
  /** Is there room for the skyline? */
  readonly ticked: boolean;
  readonly now: number;
  /** Characters that fit before the middle of the value is cut. */
  readonly fits: number;
  onOpen(row: Listed): void;
}

/** Length of most kinds' names ("IPv4"); a longer one leaves the value less room. */
const usualKind = 4;

/** Malicious and suspicious rows have two lines, because they need the why; the rest one. */
export function ListedRow({ row, columns, ticked, now, fits, onOpen }: ListedRowProps) {
  const standing = row.level ?? (row.running ? 'running' : leadingOutcome(row.ticks));
  const kind = kindWord(row.ioc.kind);
  const two = row.level === 'malicious' || row.level === 'suspicious';
  return (
    <li>
      <button type="button" class={`row ${two ? 'two' : ''}`} data-key={row.key} onClick={() => onOpen(row)}>
        <Mark of={standing} />
        <span class="row-words">
          <span class="row-first">
            <bdi class="ioc" title={row.ioc.value}>
              {cutMiddle(row.ioc.value, fits - Math.max(0, kind.length - usualKind))}
            </bdi>
            <span class="kind">{kind}</span>
          </span>
          {two ? (
            <span class="row-why">
              <bdi>{row.summary}</bdi>
            </span>
          ) : null}
        </span>
        {row.ticks.length === 0 || !ticked ? <span /> : <Skyline ticks={row.ticks} columns={columns} />}
        <time class="age" title={row.at === 0 ? '' : momentWords(row.at)}>
          <bdi>{row.at === 0 ? '' : ageWords(row.at, now)}</bdi>
        </time>
      </button>
    </li>
  );
}
