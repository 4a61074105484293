import { useLayoutEffect, useState } from 'preact/hooks';
import type { Listed, PanelView } from '../../messages';
import { AttentionNotes } from '../attention-notes';
import { BatchBox } from '../batch-box';
import { Back } from '../back';
import { Brand, Icon } from '../icons';
import { InvestigationView } from '../investigation/draft-view';
import { useLive } from '../live';
import { openOptions } from '../open-pages';
import { iocOfKey } from '../ioc-of-key';
import { ReportScreen } from '../report-screen';
import { onPush, send } from '../send';
import { useSources } from '../sources-known';
import { useWidth } from '../use-width';
import { cutMiddle } from '../words';
import { BatchView } from './batch-view';
import { FileDrop } from './file-drop';
import { HistoryView } from './history-view';
import { NothingView } from './nothing-view';
import { hashOfView, viewOfHash } from './view-hash';

/** Characters of a value that fit beside mark, kind, skyline and age: 30 at 420 px, more in a tab. */
const fitting = (width: number): number => Math.max(12, Math.floor((Math.min(width, 760) - 200) / 7.3));

/**
 * What the panel shows. A tab whose address names a view keeps to it; a panel asks the background and follows
 * what it pushes.
 */
function useView(): [view: PanelView | null, go: (view: PanelView) => void, moved: boolean] {
  const [view, setView] = useState<PanelView | null>(() => viewOfHash(location.hash));
  const [moved, setMoved] = useState(false);
  useLayoutEffect(() => {
    const follow = () => {
      const named = viewOfHash(location.hash);
      if (named !== null) setView(named);
    };
    addEventListener('hashchange', follow);
    if (viewOfHash(location.hash) !== null) return () => removeEventListener('hashchange', follow);
    void send('panel.view', {}).then((reply) => {
      setView((before) => before ?? (reply.ok ? reply.value : { show: 'history' }));
    });
    const stop = onPush((message) => {
      if (message.push === 'view') setView(message.view);
    });
    return () => {
      removeEventListener('hashchange', follow);
      stop();
    };
  }, []);
  const go = (next: PanelView) => {
    setMoved(true);
    setView(next);
    if (location.hash !== '') history.replaceState(null, '', hashOfView(next) || location.pathname);
  };
  return [view, go, moved];
}

/** Side panel, sidebar or tab: history, a report, a batch, a draft. */
export function Panel() {
  const [view, go, moved] = useView();
  const [from, setFrom] = useState<PanelView>({ show: 'history' });
  const sources = useSources();
  const fits = fitting(useWidth());
  const open = (row: Listed) => {
    if (view !== null) setFrom(view);
    go({ show: 'report', key: row.key });
  };
  if (view === null) return <div class="sl-root panel" aria-busy="true" />;
  if (view.show === 'report') {
    const { key } = view;
    return (
      <div class="sl-root panel">
        <Back
          first={!moved}
          title={cutMiddle(iocOfKey(key)?.value ?? key, 38)}
          label={from.show === 'batch' ? 'Back to the batch' : 'Back to the history'}
          onBack={() => go(from.show === 'batch' ? from : { show: 'history' })}
        />
        <main class="scroll">
          <ReportScreen
            enrichment={key}
            sources={sources}
            onFile={() => go({ show: 'draft', key })}
            onReport={(other) => go({ show: 'report', key: other })}
          />
        </main>
      </div>
    );
  }
  if (view.show === 'draft') {
    const { key } = view;
    return (
      <div class="sl-root panel">
        <Back
          first={!moved}
          title="Investigation"
          label="Back to the report"
          onBack={() => go({ show: 'report', key })}
        />
        <InvestigationView enrichment={key} onOptions={() => void openOptions('trackers')} />
      </div>
    );
  }
  return (
    <div class="sl-root panel">
      {view.show === 'batch' ? (
        <Back
          first={!moved}
          title="Batch"
          label="Back to the history"
          onBack={() => go({ show: 'history' })}
        />
      ) : (
        <HistoryHead onBatch={(id) => go({ show: 'batch', id })} />
      )}
      <main class="column">
        <AttentionNotes onOpen={(key) => go({ show: 'report', key })} />
        {view.show === 'batch' ? (
          <BatchView id={view.id} fits={fits} onOpen={open} />
        ) : (
          <>
            {view.show === 'nothing' ? <NothingView text={view.text} /> : null}
            <HistoryView fits={fits} onOpen={open} />
            <FileDrop onStart={({ id }) => go({ show: 'batch', id })} />
            <BatchBox open={view.show === 'nothing'} onStart={({ id }) => go({ show: 'batch', id })} />
          </>
        )}
      </main>
    </div>
  );
}

function HistoryHead({ onBatch }: { onBatch(id: string): void }) {
  const last = useLive(() => send('batch.last', {}), 'batch');
  const batch = last.value ?? null;
  return (
    <header class="panel-head">
      <Brand />
      <h1>Enrichments</h1>
      {batch === null ? null : (
        <button type="button" class="link cut end" onClick={() => onBatch(batch.id)}>
          Newest batch: {batch.title}
        </button>
      )}
      <button
        type="button"
        class={`icon-button ${batch === null ? 'end' : ''}`}
        aria-label="Options"
        title="Options"
        onClick={() => void openOptions()}
      >
        <Icon name="sliders" />
      </button>
    </header>
  );
}
