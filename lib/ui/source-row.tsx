import { useId, useState } from 'preact/hooks';
import type { Step } from '../core/enrichment';
import { capital } from '../core/report';
import type { Origin } from '../core/outcome';
import { Icon } from './icons';
import { Mark } from './marks';
import { tickStanding } from './skyline';
import { opens, Told } from './told';
import { ageWords, momentWords, untilWords } from './words';

/** What a step says, in one line that stands beside the source's name. Placeholders of running lookups are empty. */
export const answerWords = (step: Step, now: number, name = ''): string =>
  withoutName(wordsOf(step, now), name);

/** The name stands at the head of the row, where little room is left for the rest. */
function withoutName(words: string, name: string): string {
  const after = [`${name}: `, `${name} `].find((start) => name !== '' && words.startsWith(start));
  return after === undefined ? words : capital(words.slice(after.length));
}

/** Match patterns of the hosts that have to be allowed before these can be answered. */
export const grantsIn = (steps: readonly Step[]): readonly string[] => [
  ...new Set(
    steps.flatMap(({ outcome }) => (outcome.state === 'failed' ? (outcome.failure.grant ?? []) : [])),
  ),
];

function wordsOf({ outcome }: Step, now: number): string {
  switch (outcome.state) {
    case 'answered':
      return outcome.answer.summary;
    case 'failed':
    case 'quota': {
      const { message, retryAt } = outcome.failure;
      return retryAt === undefined || retryAt <= now || /next try|back /.test(message)
        ? message
        : `${message.replace(/\.$/, '')}; next try ${untilWords(retryAt, now)}`;
    }
    case 'running':
      return outcome.cause ?? '';
    default:
      return outcome.message;
  }
}

/** That this is an answer from before, since asking anew failed; null where it is not. */
export function vainWords({ outcome }: Step, now: number): string | null {
  if (!('vain' in outcome) || outcome.vain === undefined) return null;
  const { failure, at } = outcome.vain;
  const age = ageWords(outcome.at, now);
  const old = age === 'now' ? '' : `, ${age} old`;
  return `Asked again ${momentWords(at)}, in vain: ${failure.message} This answer is from ${momentWords(outcome.at)}${old}.`;
}

function originOf({ outcome }: Step): Origin | '' {
  if ('origin' in outcome) return outcome.origin;
  return outcome.state === 'failed' ? 'asked' : '';
}

/** Only web addresses are followed: an answer is hostile until proven otherwise. */
export const safeLink = (link: string | undefined): string | null =>
  link !== undefined && /^https?:\/\//i.test(link) ? link : null;

/** Words longer than this may be cut on the card; the row then takes focus and shows them whole. */
const cutAfter = 34;

interface SourceRowProps {
  readonly step: Step;
  readonly name: string;
  readonly now: number;
  /** Do rows open to all that a source told, and do they stand open? Undefined where there is no room for it. */
  readonly told?: boolean | undefined;
}

/** One source: mark, name (a link to the source's own page), answer, age, origin. Its place never changes. */
export function SourceRow({ step, name, now, told }: SourceRowProps) {
  const [open, setOpen] = useState(told === true);
  const id = useId();
  const { outcome } = step;
  const answer = outcome.state === 'answered' ? outcome.answer : null;
  const more = told !== undefined && opens(step) ? answer : null;
  const standing = tickStanding({
    provider: step.provider,
    state: outcome.state,
    level: answer?.level ?? null,
  });
  const words = answerWords(step, now, name);
  const vain = vainWords(step, now);
  const link = safeLink(answer?.link);
  const at = outcome.state === 'running' ? outcome.since : outcome.at;
  const silent = outcome.state === 'withheld' || outcome.state === 'not-configured';
  return (
    <li
      class={`source ${standing ?? 'fact'} ${silent ? 'silent' : ''} ${more !== null && open ? 'opened' : ''} ${words.length > cutAfter ? 'long' : ''}`}
    >
      <Mark of={standing ?? 'answered'} />
      {link === null ? (
        <span class="source-name" title={name}>
          {name}
        </span>
      ) : (
        <a
          class="source-name"
          href={link}
          target="_blank"
          rel="noopener noreferrer"
          title={`${name}: open at the source`}
        >
          {name}
        </a>
      )}
      <span class="source-answer" {...(words.length > cutAfter ? { tabIndex: 0 } : {})}>
        {words === '' ? <span class="reserved" /> : <bdi>{words}</bdi>}
      </span>
      {silent ? null : (
        <>
          <time class="age" title={momentWords(at)}>
            <bdi>{ageWords(at, now)}</bdi>
          </time>
          <span class="origin">{originOf(step)}</span>
        </>
      )}
      {more === null ? null : (
        <button
          type="button"
          class="icon-button opener"
          aria-expanded={open}
          aria-controls={id}
          aria-label={`What ${name} told`}
          title={`What ${name} told`}
          onClick={() => setOpen(!open)}
        >
          <Icon name="chevron" />
        </button>
      )}
      {vain === null ? null : (
        <p class="source-vain">
          <bdi>{vain}</bdi>
        </p>
      )}
      {more !== null && open ? <Told id={id} answer={more} /> : null}
    </li>
  );
}
