import type { PluginState } from '../../messages';
import { Meter } from '../budget-foot';
import { Icon } from '../icons';
import { FailureNote } from '../notice';
import { Switch } from '../switch';
import { listsTrouble } from './list-words';
import { PluginDetail } from './plugin-detail';
import { hostsOf, keyWords, kindsWords, spentWords } from './plugin-words';
import { switchOn } from './switch-on';
import type { Act } from './use-act';
import { useAct } from './use-act';

interface PluginRowProps {
  readonly plugin: PluginState;
  /** Trackers are on when they are the one in use. */
  readonly on: boolean;
  readonly open: boolean;
  reload(): void;
  onOpen(open: boolean): void;
  onSwitch(on: boolean, act: Act): void;
}

/** What keeps it from being asked, and the click that helps. */
function StateWords({ plugin, on, act }: { plugin: PluginState; on: boolean; act: Act }) {
  if (!on) return <span>Off</span>;
  if (plugin.missing !== null) return <span class="state strong">{plugin.missing}</span>;
  if (!plugin.granted)
    return (
      <span class="state strong">
        Not allowed for {hostsOf(plugin.origins).join(', ')}.{' '}
        <button type="button" class="link" onClick={() => void act.run(switchOn([plugin]))}>
          Ask the browser
        </button>
      </span>
    );
  if (plugin.budget?.closedWhy !== undefined)
    return <span class="state strong">{plugin.budget.closedWhy}</span>;
  const trouble = listsTrouble(plugin.files);
  if (trouble !== null) return <span class="state strong">{trouble}</span>;
  return <span>Ready</span>;
}

/** One row a plug-in: what it sees, its key, its budget, its state. Opens in place. */
export function PluginRow({ plugin, on, open, reload, onOpen, onSwitch }: PluginRowProps) {
  const act = useAct(reload);
  const detail = `detail-${plugin.id}`;
  return (
    <>
      <tr class={open ? 'opened' : ''}>
        <td>
          <Switch
            on={on}
            label={plugin.name}
            disabled={plugin.managed || act.busy}
            onChange={(next) => onSwitch(next, act)}
          />
        </td>
        <th scope="row">
          <b>{plugin.name}</b>
          <span>
            {plugin.discloses?.words ?? (plugin.shape === 'tracker' ? 'Gets the reports you file.' : '')}
          </span>
        </th>
        {plugin.shape === 'source' ? <td class="kinds">{kindsWords(plugin.kinds)}</td> : null}
        <td>
          <span class="state">
            {plugin.managed ? (
              <Icon name="lock" />
            ) : plugin.secretsSet.length > 0 ? (
              <Icon name="key" />
            ) : null}
            {keyWords(plugin)}
          </span>
        </td>
        {plugin.shape === 'source' ? (
          <td class="budget-cell">
            {plugin.budget === null ? (
              <span>{plugin.discloses?.class === 'local' ? 'No limit' : '–'}</span>
            ) : (
              <span class="budget-line">
                <Meter budget={plugin.budget} />
                {spentWords(plugin.budget)}
              </span>
            )}
          </td>
        ) : null}
        <td>
          <StateWords plugin={plugin} on={on} act={act} />
        </td>
        <td>
          <button
            type="button"
            class="icon-button opener"
            aria-expanded={open}
            aria-controls={detail}
            aria-label={`Settings of ${plugin.name}`}
            title={`Settings of ${plugin.name}`}
            onClick={() => onOpen(!open)}
          >
            <Icon name="chevron" />
          </button>
        </td>
      </tr>
      {act.failure === null ? null : (
        <tr class="said">
          <td colSpan={7}>
            <FailureNote failure={act.failure} />
          </td>
        </tr>
      )}
      {open ? (
        <tr class="detail" id={detail}>
          <td colSpan={7}>
            <PluginDetail plugin={plugin} reload={reload} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
