import { useState } from 'preact/hooks';
import type { Failure } from '../../core/failure';
import type { Listed } from '../../messages';
import { BatchProgress } from '../batch-progress';
import { BatchList } from '../batch-list';
import { Icon } from '../icons';
import { useLive, useNow } from '../live';
import { FailureNote } from '../notice';
import { send } from '../send';
import { manyWords } from '../words';

interface BatchViewProps {
  readonly id: string;
  /** Characters of a value that fit in the width of the panel. */
  readonly fits: number;
  onOpen(row: Listed): void;
}

export function BatchView({ id, fits, onOpen }: BatchViewProps) {
  const now = useNow();
  const { value: batch, failure } = useLive(() => send('batch.get', { id }), id);
  if (failure !== undefined && batch === undefined) return <FailureNote failure={failure} />;
  if (batch === undefined) return <p class="quiet-line">Reading the batch.</p>;
  if (batch === null)
    return <p class="quiet-line">This batch is no longer kept. Its IOCs are in the history.</p>;
  return (
    <>
      <BatchProgress batch={batch} now={now} />
      <BatchList
        batch={batch}
        now={now}
        fits={fits}
        onOpen={onOpen}
        foot={(unfiled, reload) => <FileAll unfiled={unfiled} reload={reload} />}
      />
    </>
  );
}

/** Files one Investigation for each malicious row that has none, one after the other. */
function FileAll({ unfiled, reload }: { unfiled: readonly string[]; reload(): void }) {
  const [done, setDone] = useState<{ filed: number; of: number } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const file = async () => {
    setFailure(null);
    const of = unfiled.length;
    for (const [at, key] of unfiled.entries()) {
      setDone({ filed: at, of });
      const reply = await send('investigation.file', { key });
      if (reply.ok) continue;
      setFailure(reply.failure);
      break;
    }
    setDone(null);
    reload();
  };
  if (unfiled.length === 0 && failure === null) return null;
  return (
    <footer class="actions">
      <div class="searched" aria-live="polite">
        {failure === null ? (
          <p>Each is searched for in the tracker first; nothing is filed twice.</p>
        ) : (
          <FailureNote failure={failure} />
        )}
      </div>
      <button type="button" class="button primary tall" disabled={done !== null} onClick={() => void file()}>
        <Icon name="ticket" />
        {done === null
          ? `File ${manyWords(unfiled.length, 'Investigation')}`
          : `Filing ${done.filed + 1} of ${done.of}`}
      </button>
    </footer>
  );
}
