import { useId } from 'preact/hooks';
import type { PluginState } from '../../messages';
import { FailureNote } from '../notice';
import { send } from '../send';
import { weightWords } from './plugin-words';
import { useAct } from './use-act';

const choices = [0, 0.3, 0.5, 0.8, 1] as const;

/** How far the team believes a source. */
export function WeightField({ plugin, reload }: { plugin: PluginState; reload(): void }) {
  const act = useAct(reload);
  const id = useId();
  const { weight } = plugin;
  if (weight === undefined || weight.own === 0) return null;
  const { own, set } = weight;
  const offered = set === null ? choices : [...new Set([...choices, set])].sort((a, b) => a - b);
  const choose = (value: string) =>
    act.run(send('plugin.weight', { id: plugin.id, weight: value === '' ? null : Number(value) }));
  return (
    <div class="field weight">
      <span>
        <label for={id}>How far it counts</label>
      </span>
      <select
        id={id}
        value={set === null ? '' : String(set)}
        aria-describedby={`${id}-note`}
        onChange={(event) => void choose(event.currentTarget.value)}
      >
        <option value="">{`As shipped: ${weightWords(own)}`}</option>
        {offered.map((each) => (
          <option key={each} value={String(each)}>
            {weightWords(each)}
          </option>
        ))}
      </select>
      <p id={`${id}-note`} class="field-note">
        One strong source or two fair ones convict, unless the rule under Verdict says otherwise.
      </p>
      {act.failure === null ? null : <FailureNote failure={act.failure} />}
    </div>
  );
}
