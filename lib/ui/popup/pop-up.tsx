import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../../core/failure';
import type { Batch } from '../../messages';
import { Back } from '../back';
import { InvestigationView } from '../investigation/draft-view';
import { useLive, usePoll } from '../live';
import { FailureNote } from '../notice';
import { openOptions } from '../open-pages';
import { ReportScreen } from '../report-screen';
import { send } from '../send';
import { useSources } from '../sources-known';
import { cutMiddle } from '../words';
import { iocOfKey } from '../ioc-of-key';
import { TabView } from './tab-view';

type View = { readonly show: 'tab' } | { readonly show: 'report' | 'draft'; readonly key: string };

interface PopUpProps {
  readonly tabId: number;
  readonly windowId: number | undefined;
}

const scratchName = 'popup-view';

/** The view that was open when the popup closed under the analyst; only drafts are worth coming back to. */
function useView(): [View, (view: View) => void] {
  const [view, setView] = useState<View>({ show: 'tab' });
  useEffect(() => {
    void send('scratch.get', { name: scratchName }).then((kept) => {
      if (!kept.ok || kept.value === '') return;
      // A quick hand may have gone on meanwhile.
      setView((now) => (now.show === 'tab' ? { show: 'draft', key: kept.value } : now));
    });
  }, []);
  const go = (next: View) => {
    setView(next);
    void send('scratch.set', { name: scratchName, text: next.show === 'draft' ? next.key : '' });
  };
  return [view, go];
}

/** The popup: this tab, the report of one indicator, or the draft of its Investigation. */
export function PopUp({ tabId, windowId }: PopUpProps) {
  const [view, go] = useView();
  const sources = useSources();
  const [failure, setFailure] = useState<Failure | null>(null);
  const tab = useLive(() => send('tab.state', { tabId }), `tab ${tabId}`);
  const lastBatch = useLive(() => send('batch.last', {}), 'batch');
  usePoll(tab.reload, tab.value?.found === 0 ? 1000 : 5000);
  const [started, setStarted] = useState<Batch | null>(null);
  if (view.show === 'tab') {
    const shown = failure ?? tab.failure;
    return (
      <div class="sl-root popup">
        {tab.value === undefined ? (
          <main class="column">
            <h1 class="quiet-line">
              {tab.failure === undefined ? 'Reading this tab' : 'This tab could not be read'}
            </h1>
          </main>
        ) : (
          <TabView
            tabId={tabId}
            windowId={windowId}
            tab={tab.value}
            batch={lastBatch.value ?? started}
            sources={sources}
            reload={tab.reload}
            onFailure={setFailure}
            onBatch={(batch) => {
              setStarted(batch);
              lastBatch.reload();
            }}
            onOpen={(key) => go({ show: 'report', key })}
          />
        )}
        {shown === null || shown === undefined ? null : <FailureNote failure={shown} />}
      </div>
    );
  }
  const { key } = view;
  const value = iocOfKey(key)?.value ?? key;
  return (
    <div class="sl-root popup">
      {view.show === 'report' ? (
        <>
          <Back title={cutMiddle(value, 36)} label="Back to this tab" onBack={() => go({ show: 'tab' })} />
          <main class="scroll">
            <ReportScreen
              enrichment={key}
              sources={sources}
              onFile={() => go({ show: 'draft', key })}
              onReport={(other) => go({ show: 'report', key: other })}
            />
          </main>
        </>
      ) : (
        <>
          <Back title="Investigation" label="Back to the report" onBack={() => go({ show: 'report', key })} />
          <InvestigationView enrichment={key} onOptions={() => void openOptions('trackers')} />
        </>
      )}
    </div>
  );
}
