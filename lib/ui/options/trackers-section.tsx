import { useState } from 'preact/hooks';
import { ok, type Result } from '../../core/failure';
import type { OptionsState, PluginState } from '../../messages';
import { FailureNote } from '../notice';
import { send } from '../send';
import { PluginRow } from './plugin-row';
import { switchOn } from './switch-on';
import { NumberField } from './number-field';
import { useAct } from './use-act';

/** Puts one tracker in use; there is never more than one. */
async function take(plugin: PluginState): Promise<Result<unknown>> {
  const on = await switchOn([plugin]);
  return on.ok ? send('investigations.set', { tracker: plugin.id }) : on;
}

async function leave(plugin: PluginState): Promise<Result<unknown>> {
  const off = await send('plugin.set', { id: plugin.id, on: false });
  return off.ok ? send('investigations.set', { tracker: null, automatic: false }) : off;
}

export function TrackersSection({ options, reload }: { options: OptionsState; reload(): void }) {
  const { investigations } = options;
  const trackers = options.plugins.filter(({ shape }) => shape === 'tracker');
  const inUse = trackers.find(({ id, on }) => on && id === investigations.tracker);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section id="trackers" aria-labelledby="trackers-title">
      <h2 id="trackers-title">Trackers</h2>
      <p class="lead">Where Investigations are filed. One is in use at a time.</p>
      <table class="plugins">
        <thead>
          <tr>
            <th scope="col">On</th>
            <th scope="col">Tracker</th>
            <th scope="col">Key</th>
            <th scope="col">State</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {trackers.map((plugin) => (
            <PluginRow
              key={plugin.id}
              plugin={plugin}
              on={plugin === inUse}
              open={open === plugin.id}
              reload={reload}
              onOpen={(next) => setOpen(next ? plugin.id : null)}
              onSwitch={(on, act) => {
                void act.run(on ? take(plugin) : leave(plugin));
                if (on && plugin.missing !== null) setOpen(plugin.id);
              }}
            />
          ))}
        </tbody>
      </table>
      {inUse === undefined ? null : <Automatic investigations={investigations} reload={reload} />}
    </section>
  );
}

/** The one question, asked when a tracker is in use. */
function Automatic({
  investigations,
  reload,
}: {
  investigations: OptionsState['investigations'];
  reload(): void;
}) {
  const act = useAct(reload);
  const [filed, setFiled] = useState<number | null>(null);
  const answer = (automatic: boolean) => void act.run(send('investigations.set', { automatic }));
  const fileHeld = async () => {
    const reply = await send('held.file', {});
    setFiled(reply.ok ? reply.value : null);
    await act.run(Promise.resolve(reply.ok ? ok(null) : reply));
  };
  return (
    <fieldset class="question">
      <legend>Open Investigations for malicious verdicts by itself?</legend>
      <label>
        <input
          type="radio"
          name="automatic"
          checked={!investigations.automatic}
          onChange={() => answer(false)}
        />
        No. Each is filed by a person.
      </label>
      <label>
        <input
          type="radio"
          name="automatic"
          checked={investigations.automatic}
          onChange={() => answer(true)}
        />
        Yes, and the Enrichment then closes.
      </label>
      {investigations.automatic ? (
        <>
          <NumberField
            label="At most, in any hour"
            value={investigations.perHour}
            least={1}
            most={1000}
            note="Above it drafts are held; popup and panel say so, and file them at a press."
            onSave={(perHour) => act.run(send('investigations.set', { perHour }))}
          />
          <p>
            <button type="button" class="button plain" disabled={act.busy} onClick={() => void fileHeld()}>
              File what is held
            </button>{' '}
            <span aria-live="polite" class="t3">
              {filed === null ? '' : filed === 0 ? 'Nothing is held.' : `${filed} sent to the tracker.`}
            </span>
          </p>
        </>
      ) : null}
      {act.failure === null ? null : <FailureNote failure={act.failure} />}
    </fieldset>
  );
}
