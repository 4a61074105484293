import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BatchPreview } from '../core/batch-cost';
import type { Failure } from '../core/failure';
import type { Batch } from '../messages';
import { BatchCost, isCostly } from './batch-preview';
import { Icon } from './icons';
import { FailureNote } from './notice';
import { useScratch } from './scratch';
import { useKey } from './search-field';
import { send } from './send';

const nothing: Failure = {
  code: 'missing',
  message: 'No IOC in this text. Addresses, domains, URLs, hashes, CVEs and ASNs are understood.',
};

interface BatchBoxProps {
  /** Open from the start, where the page has nothing else to show. */
  readonly open: boolean;
  onStart(batch: Batch): void;
}

/** Takes pasted text and enriches everything in it. What was typed outlives a closed popup. */
export function BatchBox({ open, onStart }: BatchBoxProps) {
  const [text, setText, flush] = useScratch('batch-text');
  const [opened, setOpened] = useState(false);
  const [starting, setStarting] = useState(false);
  const [preview, setPreview] = useState<BatchPreview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const wide = open || opened || (text !== null && text !== '');
  const show = useCallback(() => setOpened(true), []);
  useKey('b', show);
  // Before the next frame, which a busy machine may draw late: until then the keys would go to the bare page.
  useLayoutEffect(() => {
    if (opened && preview === null) field.current?.focus();
  }, [opened, preview === null]);

  const start = async (sure = false) => {
    if (text === null || text.trim() === '' || starting) return;
    setStarting(true);
    const cost = sure ? null : await send('batch.preview', { text });
    if (cost?.ok && cost.value !== null && isCostly(cost.value)) {
      setStarting(false);
      return setPreview(cost.value);
    }
    setPreview(null);
    const reply = await send('batch.start', { text, title: 'Pasted text' });
    setStarting(false);
    if (!reply.ok) return setFailure(reply.failure);
    if (reply.value === null) return setFailure(nothing);
    setFailure(null);
    setText('');
    flush();
    setOpened(false);
    onStart(reply.value);
  };

  if (!wide)
    return (
      <button type="button" class="box closed" onClick={show}>
        <Icon name="plus" />
        <span>Paste IOCs or text to enrich them</span>
        <kbd aria-hidden="true">B</kbd>
      </button>
    );
  if (preview !== null)
    return (
      <BatchCost
        preview={preview}
        onStart={() => void start(true)}
        onBack={() => {
          setPreview(null);
          setOpened(true);
        }}
      />
    );
  return (
    <div class="box">
      <textarea
        ref={field}
        rows={4}
        aria-label="IOCs or text to enrich"
        placeholder="Paste IOCs or text"
        spellcheck={false}
        value={text ?? ''}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setFailure(null);
        }}
        onBlur={flush}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void start();
        }}
      />
      {failure === null ? null : <FailureNote failure={failure} />}
      <div class="box-foot">
        <span>Defanged forms are understood</span>
        <button
          type="button"
          class="button primary"
          disabled={starting || text === null || text.trim() === ''}
          onClick={() => void start()}
        >
          {starting ? 'Starting' : 'Enrich'}
        </button>
      </div>
    </div>
  );
}
