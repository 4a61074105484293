import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../core/failure';
import type { BatchPreview } from '../../core/batch-cost';
import type { Batch } from '../../messages';
import { BatchCost, isCostly } from '../batch-preview';
import { Icon } from '../icons';
import { FailureNote } from '../notice';
import { send } from '../send';
import { countWords, sizeWords } from '../words';
import { largestFile, readFile, type ReadProgress } from './read-file';

interface Reading extends ReadProgress {
  readonly name: string;
  readonly stop: AbortController;
}

/** What a file holds, shown with its cost before it starts. */
interface Held {
  readonly name: string;
  readonly text: string;
  readonly preview: BatchPreview;
}

/** Files chosen or dropped anywhere on the panel: read in slices, then enriched as a batch. */
export function FileDrop({ onStart }: { onStart(batch: Batch): void }) {
  const [reading, setReading] = useState<Reading | null>(null);
  const [held, setHeld] = useState<Held | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const stop = new AbortController();
    const state = { name: file.name, stop };
    setFailure(null);
    setHeld(null);
    setReading({ ...state, read: 0, of: file.size, found: 0 });
    const text = await readFile(file, (progress) => setReading({ ...state, ...progress }), stop.signal);
    const cost = text.ok ? await send('batch.preview', { text: text.value }) : text;
    setReading(null);
    if (!text.ok) setFailure(text.failure);
    else if (cost.ok && cost.value !== null && isCostly(cost.value))
      setHeld({ name: file.name, text: text.value, preview: cost.value });
    else await start(text.value, file.name);
  };
  const start = async (text: string, title: string) => {
    setHeld(null);
    const reply = await send('batch.start', { text, title });
    if (!reply.ok) setFailure(reply.failure);
    else if (reply.value !== null) onStart(reply.value);
  };
  useLayoutEffect(() => {
    const drag = (event: DragEvent) => {
      event.preventDefault();
      setOver(event.type === 'dragover');
    };
    const drop = (event: DragEvent) => {
      drag(event);
      void take(event.dataTransfer?.files[0]);
    };
    addEventListener('dragover', drag);
    addEventListener('dragleave', drag);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', drag);
      removeEventListener('dragleave', drag);
      removeEventListener('drop', drop);
    };
  });
  if (held !== null)
    return (
      <BatchCost
        preview={held.preview}
        from={held.name}
        onStart={() => void start(held.text, held.name)}
        onBack={() => setHeld(null)}
      />
    );
  return (
    <section class={`file-drop ${over ? 'over' : ''}`} aria-label="Files">
      {reading === null ? (
        <div class="batch-line">
          <Icon name="file" />
          <span>Drop a log, CSV or mail, up to {sizeWords(largestFile)}</span>
          <button type="button" class="button plain short end" onClick={() => picker.current?.click()}>
            Choose a file
          </button>
        </div>
      ) : (
        <ReadingLine reading={reading} />
      )}
      <input
        ref={picker}
        type="file"
        hidden
        aria-label="File to read"
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      {failure === null ? null : <FailureNote failure={failure} />}
    </section>
  );
}

function ReadingLine({ reading }: { reading: Reading }) {
  const { name, read, of, found, stop } = reading;
  return (
    <>
      <div class="batch-line">
        <b class="cut">{name}</b>
        <button type="button" class="button plain short end" onClick={() => stop.abort()}>
          Cancel
        </button>
      </div>
      <div
        class="progress"
        role="progressbar"
        aria-label="Bytes read"
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={read}
      >
        <span style={{ inlineSize: `${of === 0 ? 100 : (read / of) * 100}%` }} />
      </div>
      <p class="t3" aria-live="polite">
        {`${sizeWords(read)} of ${sizeWords(of)} read, ${countWords(found)} IOCs found`}
      </p>
    </>
  );
}
