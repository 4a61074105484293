import { useState } from 'preact/hooks';
import type { Failure, Result } from '../../core/failure';
import type { Batch, PluginState, TabState } from '../../messages';
import { AttentionNotes } from '../attention-notes';
import { BatchBox } from '../batch-box';
import { BatchList } from '../batch-list';
import { BatchProgress } from '../batch-progress';
import { BudgetFoot } from '../budget-foot';
import { useLive, useNow } from '../live';
import { openOptions, openPanel } from '../open-pages';
import { send } from '../send';
import { useWidth } from '../use-width';
import { wantSite } from '../want-site';
import { FirstView } from './first-view';
import { FoundView, popupFits } from './found-view';
import { ConsoleNotes } from './console-notes';
import { Head } from './head';
import { PausedNote } from './paused-note';
import { Panes } from './panes';
import { useFreshSite } from './use-fresh-site';

interface TabViewProps {
  readonly tabId: number;
  readonly windowId: number | undefined;
  readonly tab: TabState;
  readonly batch: Batch | null;
  readonly sources: readonly PluginState[];
  reload(): void;
  onFailure(failure: Failure | null): void;
  onBatch(batch: Batch): void;
  onOpen(key: string): void;
}

/** This tab: site, list, batch box, budgets. */
export function TabView(props: TabViewProps) {
  const { tabId, tab, batch, sources, reload, onFailure, onBatch, onOpen } = props;
  const now = useNow();
  const width = useWidth();
  const budgets = useLive(() => send('budgets', {}), 'budgets');
  const [fresh, setFresh] = useFreshSite();
  const [pane, setPane] = useState<'tab' | 'batch' | null>(null);
  const host = tab.origin === null ? 'This page' : tab.origin.replace(/^https?:\/\//, '');
  const marked = tab.site !== null && tab.site.on && tab.site.granted;
  const shown = pane ?? (batch !== null && (!marked || batch.running + batch.waiting > 0) ? 'batch' : 'tab');
  const settle = async (asked: Promise<Result<unknown>>) => {
    const result = await asked;
    onFailure(result.ok ? null : result.failure);
    reload();
  };
  // The browser may be asked only in the click itself: no await before it.
  const turnOn = (origin: string, frames: readonly string[] = []) => {
    if (origin === tab.origin && !marked) setFresh(origin);
    void settle(wantSite(origin, tabId, frames));
  };
  const setSite = (on: boolean) => {
    if (tab.origin === null) return;
    if (on) turnOn(tab.origin);
    else void settle(send('site.set', { origin: tab.origin, on }));
  };
  const pause = (paused: boolean) => void settle(send('pause', { paused }));
  return (
    <>
      <Head
        state={tab}
        host={host}
        onSite={setSite}
        onMode={(mode) => {
          if (tab.origin !== null) void settle(send('site.set', { origin: tab.origin, mode }));
        }}
        onPause={pause}
        onPanel={() => void openPanel(props.windowId).then(() => close())}
        onOptions={() => void openOptions().then(() => close())}
      />
      <main class="column">
        <AttentionNotes onOpen={onOpen} />
        {tab.paused ? <PausedNote onResume={() => pause(false)} /> : null}
        {marked && tab.origin !== null ? (
          <ConsoleNotes
            tab={tab}
            fresh={fresh === tab.origin}
            onUndo={() => {
              setFresh(null);
              void settle(send('site.remove', { origin: tab.origin ?? '' }));
            }}
            onFrames={() => turnOn(tab.origin ?? '', tab.console?.frames)}
            onFormFields={(formFields) =>
              void settle(send('site.set', { origin: tab.origin ?? '', formFields }))
            }
          />
        ) : null}
        {batch === null ? null : <Panes tab={tab} batch={batch} shown={shown} onShow={setPane} />}
        {batch !== null && shown === 'batch' ? (
          <>
            <BatchProgress batch={batch} now={now} />
            <BatchList batch={batch} now={now} fits={popupFits(width)} onOpen={(row) => onOpen(row.key)} />
          </>
        ) : marked ? (
          <FoundView tabId={tabId} now={now} tab={tab} onOpen={(row) => onOpen(row.key)} onAllow={turnOn} />
        ) : tab.origin === null ? (
          <div class="empty">
            <h2>This page cannot be read</h2>
            <p>
              Browsers keep extensions off their own pages. Open a console or a ticket, or paste text below.
            </p>
          </div>
        ) : (
          <FirstView
            host={host}
            name={host.replace(/:\d+$/, '')}
            lost={tab.site !== null && tab.site.on && !tab.site.granted}
            sources={sources}
            console={tab.console}
            onTurnOn={(frames) => turnOn(tab.origin ?? '', frames)}
            onKeys={() => void openOptions('sources').then(() => close())}
          />
        )}
        <BatchBox
          open={tab.origin === null || (marked && tab.found === 0 && shown === 'tab')}
          onStart={(started) => {
            setPane('batch');
            onBatch(started);
          }}
        />
      </main>
      <BudgetFoot budgets={budgets.value ?? []} now={now} />
    </>
  );
}
