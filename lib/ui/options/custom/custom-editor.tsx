import { useState } from 'preact/hooks';
import type { Failure, Result } from '../../../core/failure';
import type { CustomTrial } from '../../../messages';
import { Icon } from '../../icons';
import { send } from '../../send';
import { CustomTrialView } from './custom-trial';

interface CustomEditorProps {
  readonly text: string;
  onSaved(): void;
  onClose(): void;
}

/** The text of a description, what is wrong with it, and a test against the real server. */
export function CustomEditor({ text: first, onSaved, onClose }: CustomEditorProps) {
  const [text, setText] = useState(first);
  const [value, setValue] = useState('');
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [trial, setTrial] = useState<Result<CustomTrial> | null>(null);
  const save = async () => {
    setBusy(true);
    const reply = await send('custom.save', { text });
    setBusy(false);
    setFailure(reply.ok ? null : reply.failure);
    setSaved(reply.ok ? 'Saved. Set its address and key among the sources, and switch it on there.' : '');
    if (reply.ok) onSaved();
  };
  const tryIt = async () => {
    setBusy(true);
    setTrial(null);
    setTrial(await send('custom.try', { text, value }));
    setBusy(false);
  };
  return (
    <div class="custom-editor">
      <label class="field">
        <span>
          Description <i>JSON</i>
        </span>
        <textarea
          class="mono"
          rows={20}
          spellcheck={false}
          value={text}
          aria-describedby="custom-said"
          onInput={(event) => {
            setText(event.currentTarget.value);
            setSaved('');
          }}
        />
      </label>
      <div id="custom-said" role="status">
        {failure === null ? (
          saved
        ) : (
          <ul class="custom-wrong">
            {failure.message.split('\n').map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
      <div class="custom-foot">
        <button type="button" class="button primary" disabled={busy} onClick={() => void save()}>
          Save
        </button>
        <button type="button" class="button plain" onClick={onClose}>
          Close
        </button>
        <form
          class="custom-try"
          onSubmit={(event) => {
            event.preventDefault();
            void tryIt();
          }}
        >
          <input
            type="text"
            class="area"
            aria-label="IOC to test it with"
            placeholder="IOC to test it with"
            spellcheck={false}
            value={value}
            onInput={(event) => setValue(event.currentTarget.value)}
          />
          <button type="submit" class="button plain" disabled={busy || value.trim() === ''}>
            <Icon name="pulse" />
            {busy ? 'Being asked' : 'Test'}
          </button>
        </form>
      </div>
      <div aria-live="polite">{trial === null ? null : <CustomTrialView trial={trial} />}</div>
    </div>
  );
}
