import type { Step } from '../core/enrichment';
import type { Origin } from '../core/outcome';
import { Mark } from './marks';
import { tickStanding } from './skyline';
import { ageWords, momentWords, untilWords } from './words';

/** What a step says, in one line. Placeholders of running lookups are empty. */
export function answerWords({ outcome }: Step, now: number): string {
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
  return `Asked again ${momentWords(at)}, in vain: ${failure.message} This answer is from ${momentWords(outcome.at)}, ${ageWords(outcome.at, now)} old.`;
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

/** One source: mark, name (a link to the source's own page), answer, age, origin. Its place never changes. */
export function SourceRow({ step, name, now }: { step: Step; name: string; now: number }) {
  const { outcome } = step;
  const standing = tickStanding({
    provider: step.provider,
    state: outcome.state,
    level: outcome.state === 'answered' ? outcome.answer.level : null,
  });
  const words = answerWords(step, now);
  const vain = vainWords(step, now);
  const link = outcome.state === 'answered' ? safeLink(outcome.answer.link) : null;
  const at = outcome.state === 'running' ? outcome.since : outcome.at;
  const silent = outcome.state === 'withheld' || outcome.state === 'not-configured';
  return (
    <li class={`source ${standing ?? 'fact'} ${silent ? 'silent' : ''}`}>
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
      {vain === null ? null : (
        <p class="source-vain">
          <bdi>{vain}</bdi>
        </p>
      )}
    </li>
  );
}
