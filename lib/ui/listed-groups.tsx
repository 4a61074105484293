import { useEffect, useRef, useState } from 'preact/hooks';
import type { Listed } from '../messages';
import { Icon } from './icons';
import { ListedRow } from './listed-row';
import { type GroupId, grouped, place, type Places } from './listing';
import { skylineWidth, tickColumns } from './skyline';
import { useWidth } from './use-width';
import { countWords, manyWords, standingWord } from './words';

/** Rows of one group drawn at once; more are one press away. Ten thousand rows would freeze a popup. */
const page = 60;

interface ListedGroupsProps {
  readonly rows: readonly Listed[];
  readonly now: number;
  readonly fits: number;
  onOpen(row: Listed): void;
  /** Told which rows are drawn, whenever others are. */
  onDrawn?(rows: readonly Listed[]): void;
}

/** Pixels of skyline that `fits` reckons with, and those of a character. */
const usual = 51;
const character = 7.2;

/** Part of the window's width that a skyline may take. */
const share = 0.3;

/** Never so few that both ends could not be told. */
const fewest = 12;

/** Up and down move between rows, as in every list. */
function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.row, .group-head')];
  const next = all[all.findIndex((row) => row === document.activeElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

export function ListedGroups({ rows, now, fits, onOpen, onDrawn }: ListedGroupsProps) {
  const places = useRef<Places>(new Map());
  const [held, setHeld] = useState(false);
  const [shut, setShut] = useState<ReadonlySet<GroupId>>(new Set());
  const [shown, setShown] = useState<Partial<Record<GroupId, number>>>({});
  const placed = place(places.current, rows, held);
  places.current = placed.places;
  const columns = tickColumns(rows.map(({ ticks }) => ticks));
  const wide = skylineWidth(columns.length);
  const ticked = wide <= useWidth() * share;
  const room = Math.max(fewest, fits - Math.ceil(((ticked ? wide : 0) - usual) / character));
  const groups = grouped(rows, placed.places);
  const drawn = groups.flatMap(({ id, rows }) => (shut.has(id) ? [] : rows.slice(0, shown[id] ?? page)));
  useEffect(() => onDrawn?.(drawn), [drawn.map(({ key }) => key).join(' ')]);
  const toggle = (id: GroupId) => {
    const next = new Set(shut);
    if (!next.delete(id)) next.add(id);
    setShut(next);
  };
  return (
    <div
      class="groups"
      onKeyDown={moveFocus}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={(event) => setHeld(event.currentTarget.contains(document.activeElement))}
      onFocusIn={() => setHeld(true)}
      onFocusOut={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setHeld(false);
      }}
    >
      {groups.map((group, at) => (
        <section class="group" key={group.id}>
          <h2>
            <button
              type="button"
              class="group-head"
              aria-expanded={!shut.has(group.id)}
              onClick={() => toggle(group.id)}
            >
              <Icon name="chevron" size="small" />
              <b>{standingWord(group.id)}</b>
              <span>{countWords(group.rows.length)}</span>
            </button>
            {at > 0 || placed.waiting === 0 ? null : (
              <button type="button" class="link waiting" onClick={() => setHeld(false)}>
                {manyWords(placed.waiting, 'new verdict')}
              </button>
            )}
          </h2>
          {shut.has(group.id) ? null : (
            <ul>
              {group.rows.slice(0, shown[group.id] ?? page).map((row) => (
                <ListedRow
                  key={row.key}
                  row={row}
                  columns={columns}
                  ticked={ticked}
                  now={now}
                  fits={room}
                  onOpen={onOpen}
                />
              ))}
            </ul>
          )}
          {shut.has(group.id) || group.rows.length <= (shown[group.id] ?? page) ? null : (
            <button
              type="button"
              class="link more"
              onClick={() => setShown({ ...shown, [group.id]: (shown[group.id] ?? page) + page })}
            >
              Show {Math.min(page, group.rows.length - (shown[group.id] ?? page))} more
            </button>
          )}
        </section>
      ))}
    </div>
  );
}
