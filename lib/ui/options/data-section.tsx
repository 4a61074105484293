import { useState } from 'preact/hooks';
import type { OptionsState } from '../../messages';
import { Icon } from '../icons';
import { FailureNote } from '../notice';
import { send } from '../send';
import { manyWords } from '../words';
import { FilePick } from './file-pick';
import { saveText } from './save-text';
import { useUndo } from './undo';
import { useAct } from './use-act';

export function DataSection({ options, reload }: { options: OptionsState; reload(): void }) {
  return (
    <section id="data" aria-labelledby="data-title">
      <h2 id="data-title">Data</h2>
      <p class="lead">
        {`${manyWords(options.enrichments, 'Enrichment')} and the answers to them are kept in this browser.`}
      </p>
      <Configuration reload={reload} />
      <DeleteAll enrichments={options.enrichments} reload={reload} />
    </section>
  );
}

function Configuration({ reload }: { reload(): void }) {
  const act = useAct(reload);
  const [said, setSaid] = useState('');
  const exportIt = async () => {
    setSaid('');
    const asked = send('configuration.export', {});
    if (!(await act.run(asked))) return;
    const reply = await asked;
    if (!reply.ok) return;
    saveText('sightline-configuration.json', reply.value);
    setSaid('Exported, without keys.');
  };
  const importIt = async (text: string, name: string) => {
    setSaid('');
    if (await act.run(send('configuration.import', { text })))
      setSaid(`${name} is in force. Keys stay as they are.`);
  };
  return (
    <div class="data-row">
      <div>
        <h3>Configuration</h3>
        <p class="t3">Sites, sources, trackers and opsec as one document. It never holds a key.</p>
      </div>
      <button type="button" class="button plain" disabled={act.busy} onClick={() => void exportIt()}>
        <Icon name="down" />
        Export
      </button>
      <FilePick label="Import" most={4_000_000} onText={(text, name) => void importIt(text, name)} />
      <p aria-live="polite">{said}</p>
      {act.failure === null ? null : <FailureNote failure={act.failure} />}
    </div>
  );
}

function DeleteAll({ enrichments, reload }: { enrichments: number; reload(): void }) {
  const act = useAct(reload);
  const [done, setDone] = useState(false);
  const undo = useUndo(() => void act.run(send('data.delete', {})).then((worked) => setDone(worked)), 'drop');
  return (
    <div class="data-row">
      <div>
        <h3>Delete all my data</h3>
        <p class="t3">
          {`${manyWords(enrichments, 'Enrichment')}, answers, lists, settings, keys and what the browser allowed. Tickets stay in the tracker.`}
        </p>
      </div>
      {undo.left === null ? (
        <button type="button" class="button plain" disabled={act.busy} onClick={undo.start}>
          <Icon name="trash" />
          {act.busy ? 'Being deleted' : 'Delete everything'}
        </button>
      ) : (
        <button type="button" class="button primary" onClick={undo.cancel}>
          Undo
        </button>
      )}
      <p role="status">
        {undo.left !== null
          ? 'Everything is deleted in ten seconds. Closing this page stops it.'
          : done
            ? 'Everything was deleted. Sightline is as it was after installing.'
            : ''}
        {undo.left === null ? null : <span aria-hidden="true">{` ${undo.left} s`}</span>}
      </p>
      {act.failure === null ? null : <FailureNote failure={act.failure} />}
    </div>
  );
}
