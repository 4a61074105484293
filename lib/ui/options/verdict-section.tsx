import { verdictRules } from '../../core/verdict-policy';
import type { OptionsState } from '../../messages';
import { FailureNote } from '../notice';
import { send } from '../send';
import { NumberField } from './number-field';
import { useAct } from './use-act';

const words: Readonly<Record<(typeof verdictRules)[number], string>> = {
  weighted: 'One strong source, or two fair ones',
  any: 'Any source',
  quorum: 'So many sources',
};

/** How many answers become one level. */
export function VerdictSection({ options, reload }: { options: OptionsState; reload(): void }) {
  const act = useAct(reload);
  const { rule, quorum, staleDays } = options.verdict;
  return (
    <section id="verdict" aria-labelledby="verdict-title">
      <h2 id="verdict-title">Verdict</h2>
      <p class="lead">
        What it takes to call an IOC malicious. Your own lists and intelligence convict alone. One source that
        says malicious without convicting makes it suspicious.
      </p>
      <div class="form-grid">
        <div class="field">
          <span>
            <label for="verdict-rule">Malicious takes</label>
          </span>
          <select
            id="verdict-rule"
            value={rule}
            onChange={(event) =>
              void act.run(send('verdict.set', { rule: event.currentTarget.value as typeof rule }))
            }
          >
            {verdictRules.map((one) => (
              <option key={one} value={one}>
                {words[one]}
              </option>
            ))}
          </select>
        </div>
        {rule === 'quorum' ? (
          <NumberField
            label="Sources that must agree"
            value={quorum}
            least={1}
            most={20}
            note="That have a vote and say malicious."
            onSave={(quorum) => act.run(send('verdict.set', { quorum }))}
          />
        ) : null}
        <NumberField
          label="Days after which evidence counts half"
          value={staleDays}
          least={1}
          most={3650}
          note="Addresses and names change hands. Told by the date of a source's last analysis or report."
          onSave={(staleDays) => act.run(send('verdict.set', { staleDays }))}
        />
      </div>
      {act.failure === null ? null : <FailureNote failure={act.failure} />}
    </section>
  );
}
