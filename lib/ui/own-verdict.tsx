import { useState } from 'preact/hooks';
import type { Enrichment } from '../core/enrichment';
import type { Failure } from '../core/failure';
import type { Level } from '../core/verdict';
import { FailureNote } from './notice';
import { send } from './send';
import { momentWords, standingWord } from './words';

const choices: readonly Level[] = ['malicious', 'suspicious', 'benign'];

/** The analyst's own verdict: given with a reason, remembered over later runs, taken back with one click. */
export function OwnVerdict({ enrichment }: { enrichment: Enrichment }) {
  const { key, override } = enrichment;
  const [level, setLevel] = useState<Level>(enrichment.level === 'malicious' ? 'benign' : 'malicious');
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (level: Level | null, reason: string) => {
    const reply = await send('verdict.override', { key, level, reason });
    setFailure(reply.ok ? null : reply.failure);
    if (reply.ok) setReason('');
  };
  return (
    <section>
      <h3 class="section-head">Your verdict</h3>
      {override === undefined ? (
        <form
          class="own-verdict"
          onSubmit={(event) => {
            event.preventDefault();
            void save(level, reason);
          }}
        >
          <label class="field">
            <span>Level</span>
            <select value={level} onChange={(event) => setLevel(event.currentTarget.value as Level)}>
              {choices.map((one) => (
                <option key={one} value={one}>
                  {standingWord(one)}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>Reason, kept with it</span>
            <input
              type="text"
              maxLength={500}
              required
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button plain" disabled={reason.trim() === ''}>
            Set
          </button>
        </form>
      ) : (
        <p class="own-set">
          <b>{standingWord(override.level)}</b> since <time>{momentWords(override.at)}</time>:{' '}
          <bdi>{override.reason}</bdi>{' '}
          <button type="button" class="link" onClick={() => void save(null, '')}>
            Take back
          </button>
        </p>
      )}
      {failure === null ? null : <FailureNote failure={failure} />}
    </section>
  );
}
