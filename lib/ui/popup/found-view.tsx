import { useEffect, useState } from 'preact/hooks';
import type { Listed, TabState } from '../../messages';
import { Icon } from '../icons';
import { LevelChips } from '../level-chips';
import { ListedGroups } from '../listed-groups';
import { type Chip, onChip } from '../listing';
import { SearchField } from '../search-field';
import { send } from '../send';
import { useShortRows } from '../use-short-rows';
import { useWidth } from '../use-width';
import { manyWords } from '../words';

/** Characters of a value that fit beside kind, skyline and age: 28 at 400 px. */
export const popupFits = (width: number): number => Math.floor((Math.min(width, 400) - 196) / 7.3);

interface FoundViewProps {
  readonly tabId: number;
  readonly now: number;
  readonly tab: TabState;
  onOpen(row: Listed): void;
  onAllow(origin: string): void;
}

/** What the tab shows, by level, with a filter. It is read again with every reading of the tab. */
export function FoundView({ tabId, now, tab, onOpen, onAllow }: FoundViewProps) {
  const [words, setWords] = useState('');
  const fits = popupFits(useWidth());
  const [chip, setChip] = useState<Chip>('all');
  const list = useShortRows(`tab ${tabId}`, words, () => send('tab.rows', { tabId, words }));
  const reload = list?.reload;
  useEffect(() => reload?.(), [tab]);
  if (list === undefined)
    return (
      <p class="quiet-line">{`Reading ${tab.found === 0 ? 'this tab' : manyWords(tab.found, 'IOC')}.`}</p>
    );
  const { rows } = list;
  const shown = list.named.filter((row) => onChip(row, chip));
  const noun = rows.length === 0 ? 'IOCs' : manyWords(rows.length, 'IOC');
  return (
    <>
      <div class="tools">
        <SearchField label={`Filter ${noun} on this tab`} value={words} onInput={setWords} />
        {rows.length === 0 ? null : <LevelChips rows={rows} chosen={chip} onChoose={setChip} />}
      </div>
      <div class="scroll">
        {rows.length === 0 ? (
          <div class="empty">
            <Icon name="search" size="large" />
            <h2>{tab.paused ? 'Not read while paused' : 'No IOCs on this tab'}</h2>
            <p>
              {tab.paused
                ? 'Resume to see what is on this tab.'
                : 'Nothing in its text looks like an address, domain, URL, hash, CVE or ASN.'}
            </p>
            <OtherOrigins tab={tab} onAllow={onAllow} />
          </div>
        ) : shown.length === 0 ? (
          <div class="empty">
            <h2>No IOC matches</h2>
            <p>{`${manyWords(rows.length, 'IOC')} on this tab, none with these words and this level.`}</p>
            <button
              type="button"
              class="link"
              onClick={() => {
                setWords('');
                setChip('all');
              }}
            >
              Show all
            </button>
          </div>
        ) : (
          <>
            <ListedGroups rows={shown} now={now} fits={fits} onOpen={onOpen} onDrawn={list.onDrawn} />
            <OtherOrigins tab={tab} onAllow={onAllow} />
          </>
        )}
      </div>
    </>
  );
}

/** Frames from other sites are not read until they are switched on themselves. */
function OtherOrigins({ tab, onAllow }: Pick<FoundViewProps, 'tab' | 'onAllow'>) {
  if (tab.otherOrigins.length === 0) return null;
  return (
    <p class="others">
      In a frame from another site?{' '}
      {tab.otherOrigins.slice(0, 3).map((origin) => (
        <button key={origin} type="button" class="link" onClick={() => onAllow(origin)}>
          Allow {origin.replace(/^https?:\/\//, '')}
        </button>
      ))}
    </p>
  );
}
