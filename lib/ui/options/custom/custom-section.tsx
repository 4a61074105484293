import { useState } from 'preact/hooks';
import { useLive } from '../../live';
import { FailureNote } from '../../notice';
import { send } from '../../send';
import { FilePick } from '../file-pick';
import { CustomEditor } from './custom-editor';
import { CustomRow } from './custom-row';

/** What is being written: a new text, or that of the description with this id. */
interface Draft {
  readonly from: string;
  readonly text: string;
}

/** Sources of the team that are described instead of programmed. */
export function CustomSection({ reload }: { reload(): void }) {
  const { value: custom, failure, reload: reread } = useLive(() => send('custom.get', {}), 'options');
  const [draft, setDraft] = useState<Draft | null>(null);
  const changed = () => {
    reread();
    reload();
  };
  return (
    <section id="custom" aria-labelledby="custom-title">
      <h2 id="custom-title">Your own sources</h2>
      <p class="lead">
        An in-house or legacy tool that answers in JSON becomes a source by a description, without code. It
        then stands among the sources above, with its key and its switch. A description never holds a key, so
        it can be shared.
      </p>
      {failure === undefined ? null : <FailureNote failure={failure} />}
      {custom === undefined ? null : (
        <>
          {custom.sources.length === 0 ? (
            <p class="none">None yet. Start from an example, or from a file that somebody shared.</p>
          ) : (
            <ul class="lines">
              {custom.sources.map((source) => (
                <CustomRow
                  key={source.id}
                  source={source}
                  reload={changed}
                  onEdit={() => setDraft({ from: source.id, text: source.text })}
                />
              ))}
            </ul>
          )}
          <div class="custom-start">
            <label class="field">
              <span>New from an example</span>
              <select
                value=""
                onChange={(event) => {
                  const chosen = custom.examples[Number(event.currentTarget.value)];
                  if (chosen !== undefined) setDraft({ from: chosen.name, text: chosen.text });
                  event.currentTarget.value = '';
                }}
              >
                <option value="">Choose one</option>
                {custom.examples.map(({ name }, at) => (
                  <option key={name} value={at}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <FilePick
              label="Open a file"
              most={100_000}
              onText={(text, name) => setDraft({ from: name, text })}
            />
          </div>
          {draft === null ? null : (
            <CustomEditor
              key={draft.from}
              text={draft.text}
              onSaved={changed}
              onClose={() => setDraft(null)}
            />
          )}
        </>
      )}
    </section>
  );
}
