import type { ComponentChildren } from 'preact';
import type { OptionsState } from '../../messages';
import { Icon } from '../icons';
import { FailureNote } from '../notice';
import { safeLink } from '../source-row';
import { readyWithoutKey } from './plugin-words';
import { switchOn } from './switch-on';
import { stepsDone } from './steps-done';
import { useAct } from './use-act';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

export function FirstSteps({ options, reload }: { options: OptionsState; reload(): void }) {
  const act = useAct(reload);
  const done = stepsDone(options);
  if (done.every(Boolean)) return null;
  const ready = readyWithoutKey(options.plugins);
  const names = list.format(ready.map(({ name }) => name));
  const sites = options.sites.filter(({ on, granted }) => on && granted);
  const now = done.indexOf(false);
  return (
    <section class="steps" id="first-steps" aria-labelledby="steps-title">
      <h2 id="steps-title">First steps</h2>
      <ol>
        <Step at={0} done={done[0] === true} now={now === 0}>
          <b>{done[0] === true ? 'Sources without a key are on' : `Turn on ${names}`}</b>
          {done[0] === true ? (
            <p>They answer at once.</p>
          ) : (
            <>
              <p>No key needed. What they see, and their terms:</p>
              <ul class="terms-list">
                {ready.map((plugin) => (
                  <li key={plugin.id}>
                    <b>{plugin.name}</b>: {plugin.discloses?.words} {plugin.terms?.words}{' '}
                    {plugin.terms === undefined ? null : (
                      <a
                        href={safeLink(plugin.terms.url) ?? undefined}
                        target="_blank"
                        rel="noopener noreferrer"
                      >
                        Terms of {plugin.name}
                      </a>
                    )}
                  </li>
                ))}
              </ul>
              <button
                type="button"
                class={`button ${now === 0 ? 'primary' : 'plain'}`}
                disabled={act.busy}
                onClick={() => void act.run(switchOn(ready))}
              >
                Agree and turn on
              </button>
            </>
          )}
        </Step>
        <Step at={1} done={done[1] === true} now={now === 1}>
          <b>Turn on a site</b>
          <p>
            {sites.length === 0
              ? 'Open your console or ticket system and press the switch in the popup.'
              : `${sites[0]?.origin.replace(/^https?:\/\//, '')}${sites.length === 1 ? '' : ` and ${sites.length - 1} more`}`}
          </p>
          {done[1] === true ? null : <a href="#sites">Or add one here</a>}
        </Step>
        <Step at={2} done={done[2] === true} now={now === 2}>
          <b>Connect your tracker</b>
          <p>{done[2] === true ? 'Investigations have a home.' : 'So that Investigations have a home.'}</p>
          {done[2] === true ? null : <a href="#trackers">Choose one</a>}
        </Step>
      </ol>
      {act.failure === null ? null : <FailureNote failure={act.failure} />}
    </section>
  );
}

interface StepProps {
  readonly at: number;
  readonly done: boolean;
  readonly now: boolean;
  readonly children: ComponentChildren;
}

function Step({ at, done, now, children }: StepProps) {
  return (
    <li class={now ? 'now' : ''}>
      <span class="step-mark">{done ? <Icon name="check" /> : at + 1}</span>
      <div>
        {done ? <span class="unseen">Done: </span> : null}
        {children}
      </div>
    </li>
  );
}
