import { useState } from 'preact/hooks';
import type { Failure } from '../core/failure';
import { useLive, usePoll } from './live';
import { Mark } from './marks';
import { FailureNote } from './notice';
import { send } from './send';
import { manyWords } from './words';

/** What waits for a person, said where lists are: held drafts, Investigations that failed, a disk that is full. */
export function AttentionNotes({ onOpen }: { onOpen(key: string): void }) {
  const { value, reload } = useLive(() => send('attention', {}), 'attention');
  // A full disk changes nothing that would be told of.
  usePoll(reload, 5000);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (value === undefined) return null;
  const { held, unfiled, trouble } = value;
  const file = async () => {
    setBusy(true);
    const reply = await send('held.file', {});
    setFailure(reply.ok ? null : reply.failure);
    setBusy(false);
    reload();
  };
  return (
    <>
      {trouble === null ? null : <FailureNote failure={{ code: 'not-configured', message: trouble }} />}
      {held === 0 ? null : (
        <p class="notice" role="status">
          <Mark of="malicious" quiet />
          <span>
            {`${manyWords(held, 'Investigation')} held: more malicious verdicts in an hour than are filed by themselves.`}
          </span>
          <button type="button" class="link" disabled={busy} onClick={() => void file()}>
            {held === 1 ? 'File it' : `File all ${held}`}
          </button>
        </p>
      )}
      {unfiled === null ? null : (
        <p class="notice" role="status">
          <Mark of="failed" quiet />
          <span>{`${manyWords(unfiled.count, 'Investigation')} not filed. ${unfiled.why}`}</span>
          <button type="button" class="link" onClick={() => onOpen(unfiled.key)}>
            {unfiled.count === 1 ? 'Show it' : 'Show the first'}
          </button>
        </p>
      )}
      {failure === null ? null : <FailureNote failure={failure} />}
    </>
  );
}
