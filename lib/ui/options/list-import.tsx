import { useEffect, useState } from 'preact/hooks';
import { fail } from '../../core/failure';
import { type Level, levels } from '../../core/verdict';
import type { ImportState } from '../../messages';
import { FailureNote } from '../notice';
import { onPush, send } from '../send';
import { countWords, manyWords, sizeWords, standingWord } from '../words';
import { FilePick } from './file-pick';
import { sendList } from './send-list';
import { useAct } from './use-act';

/** A million SHA-256 are 65 MB; twice that is read in one piece. */
const largest = 128_000_000;

export function ListImport({ reload }: { reload(): void }) {
  const act = useAct(reload);
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [level, setLevel] = useState<Level>('malicious');
  const [done, setDone] = useState<ImportState | null>(null);
  const [progress, setProgress] = useState('');
  useEffect(
    () =>
      onPush((message) => {
        if (message.push !== 'importing') return;
        const refused = message.skipped === 0 ? '' : `, ${countWords(message.skipped)} not understood`;
        setProgress(`${countWords(message.lines)} lines read${refused}`);
      }),
    [],
  );
  const importList = async () => {
    setDone(null);
    setProgress('');
    const asked =
      text.length > largest
        ? Promise.resolve(fail('too-large', `A list may have up to ${sizeWords(largest)}. Split it in two.`))
        : sendList(send, { name: name.trim(), text, level }, (share) =>
            setProgress(`${Math.round(share * 100)} % handed over`),
          );
    if (!(await act.run(asked))) return;
    const reply = await asked;
    setProgress('');
    if (!reply.ok) return;
    setDone(reply.value);
    setText('');
    setName('');
  };
  return (
    <form
      class="import"
      onSubmit={(event) => {
        event.preventDefault();
        void importList();
      }}
    >
      <div class="import-line">
        <label class="field">
          <span>Name</span>
          <input
            type="text"
            value={name}
            placeholder="C2 servers"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>What it says of its entries</span>
          <select
            value={level}
            onChange={(event) => {
              const chosen = levels.find((each) => each === event.currentTarget.value);
              if (chosen !== undefined) setLevel(chosen);
            }}
          >
            {levels.toReversed().map((each) => (
              <option key={each} value={each}>
                {standingWord(each)}
              </option>
            ))}
          </select>
        </label>
        <FilePick
          label="Choose a file"
          most={largest}
          onText={(read, file) => {
            setText(read);
            if (name === '') setName(file.replace(/\.[^.]+$/, ''));
          }}
        />
      </div>
      <label class="field">
        <span>
          Entries <i>{text === '' ? 'Text, CSV or STIX' : sizeWords(text.length)}</i>
        </span>
        <textarea
          rows={3}
          spellcheck={false}
          value={text.length > 20_000 ? `${text.slice(0, 20_000)}\n…` : text}
          readOnly={text.length > 20_000}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <div class="import-foot">
        <button
          type="submit"
          class="button plain"
          disabled={act.busy || name.trim() === '' || text.trim() === ''}
        >
          {act.busy ? 'Importing' : 'Import list'}
        </button>
        <div aria-live="polite">
          {act.busy ? progress : null}
          {done === null ? null : <ImportWords done={done} />}
        </div>
      </div>
      {act.failure === null ? null : <FailureNote failure={act.failure} />}
    </form>
  );
}

function ImportWords({ done }: { done: ImportState }) {
  return (
    <>
      <p>
        <b>{manyWords(done.list.entries, 'entry', 'entries')}</b> in “{done.list.name}”.{' '}
        {done.list.skipped === 0
          ? 'Every line was understood.'
          : `${countWords(done.list.skipped)} ${done.list.skipped === 1 ? 'line was' : 'lines were'} not understood:`}
      </p>
      {done.list.skipped === 0 ? null : (
        <ul class="examples">
          {done.examples.map((example) => (
            <li key={example}>
              <code class="cut">{example}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
