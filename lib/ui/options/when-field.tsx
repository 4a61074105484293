import { useId } from 'preact/hooks';
import type { PluginState } from '../../messages';
import { FailureNote } from '../notice';
import { send } from '../send';
import { useAct } from './use-act';

/** Is a source asked by itself, or only where a person names it? Whatever is asked over the network can be either. */
export function WhenField({ plugin, reload }: { plugin: PluginState; reload(): void }) {
  const act = useAct(reload);
  const id = useId();
  const { onDemand } = plugin;
  if (onDemand === undefined) return null;
  return (
    <div class="field when">
      <span>
        <label for={id}>When it is asked</label>
      </span>
      <select
        id={id}
        value={onDemand ? 'by-name' : 'by-itself'}
        disabled={plugin.managed}
        aria-describedby={`${id}-note`}
        onChange={(event) =>
          void act.run(
            send('plugin.ondemand', { id: plugin.id, onDemand: event.currentTarget.value === 'by-name' }),
          )
        }
      >
        <option value="by-itself">By itself, in every Enrichment</option>
        <option value="by-name">Only when you ask it by name</option>
      </select>
      <p id={`${id}-note`} class="field-note">
        {onDemand
          ? `Card and report have a button "Ask ${plugin.name}". Nothing else spends its budget.`
          : 'Every Enrichment may spend its budget, those of a batch too.'}
      </p>
      {act.failure === null ? null : <FailureNote failure={act.failure} />}
    </div>
  );
}
