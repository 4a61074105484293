import { useId, useState } from 'preact/hooks';
import type { Report } from '../core/enrichment';
import type { Failure } from '../core/failure';
import type { Choice, Submission } from '../core/submit';
import type { Ioc } from '../ioc';
import { FailureNote } from './notice';
import { send } from './send';
import { safeLink } from './source-row';
import { ageWords, momentWords } from './words';

/** How far a submission is, in words. */
function submissionWords({ state, failure, job, name }: Submission): string {
  const note = job?.note === undefined ? '' : ` ${job.note}`;
  switch (state) {
    case 'sending':
      return 'Being sent.';
    case 'waiting':
      return `${name} works on it; its result comes here by itself.${note}`;
    case 'done':
      return `Its result is among the sources.${note}`;
    default:
      return failure?.message ?? 'It ended without a result.';
  }
}

function Submitted({ of, now }: { readonly of: Submission; readonly now: number }) {
  const link = safeLink(of.job?.link);
  return (
    <li>
      <b>
        {of.name}, {of.label}
      </b>{' '}
      <time title={momentWords(of.at)}>{ageWords(of.at, now)}</time>
      <p>
        <bdi>{submissionWords(of)}</bdi>{' '}
        {link === null ? null : (
          <a href={link} target="_blank" rel="noopener noreferrer">
            Open at {of.name}
          </a>
        )}
      </p>
    </li>
  );
}

/** One way to submit: a button that says who will see it, and beside it what that means or why it may not be. */
function Way({ choice, onSubmit }: { readonly choice: Choice; onSubmit(): void }) {
  const id = useId();
  return (
    <li>
      <button
        type="button"
        class="button plain short"
        disabled={choice.why !== null}
        aria-describedby={id}
        onClick={onSubmit}
      >
        {`Submit, ${choice.label}`}
      </button>
      <p id={id}>{choice.why ?? choice.words}</p>
    </li>
  );
}

/**
 * Gives the indicator to somebody who then works on it: folded away, each way by its own button that names who will see
 * it. What was submitted stays here.
 */
export function Submissions({ ioc, report, now }: { ioc: Ioc; report: Report; now: number }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const { submissions = [], choices = [] } = report;
  if (submissions.length === 0 && choices.length === 0) return null;
  const submit = async ({ provider, id }: Choice) => {
    const reply = await send('source.submit', {
      ioc: { kind: ioc.kind, value: ioc.value },
      provider,
      submit: id,
    });
    setFailure(reply.ok ? null : reply.failure);
  };
  const names = [...new Set(choices.map(({ name }) => name))];
  return (
    <section class="submissions">
      <h3 class="section-head">Submit</h3>
      <ul aria-live="polite">
        {submissions.map((one) => (
          <Submitted key={`${one.provider} ${one.at}`} of={one} now={now} />
        ))}
      </ul>
      {names.map((name) => (
        <details key={name}>
          <summary>Submit to {name}…</summary>
          <ul>
            {choices
              .filter((choice) => choice.name === name)
              .map((choice) => (
                <Way key={choice.id} choice={choice} onSubmit={() => void submit(choice)} />
              ))}
          </ul>
        </details>
      ))}
      {failure === null ? null : <FailureNote failure={failure} />}
    </section>
  );
}
