import { useState } from 'preact/hooks';
import { ok, type Result } from '../../core/failure';
import type { OptionsState } from '../../messages';
import { Icon } from '../icons';
import { FailureNote } from '../notice';
import { modes, modeWords } from '../modes';
import { send } from '../send';
import { Switch } from '../switch';
import { wantSite } from '../want-site';
import { originTyped } from './origin-typed';
import { useAct } from './use-act';
import { UndoRow, useUndo } from './undo';

type Site = OptionsState['sites'][number];

/** Asks again for a grant that is gone, or just sets it; straight from a click. */
const turnOn = (site: Site): Promise<Result<unknown>> =>
  site.granted ? send('site.set', { origin: site.origin, on: true }) : wantSite(site.origin, null);

function SiteRow({ site, reload }: { site: Site; reload(): void }) {
  const act = useAct(reload);
  const undo = useUndo(() => void act.run(send('site.remove', { origin: site.origin })), 'carry out');
  const on = site.on && site.granted;
  if (undo.left !== null)
    return <UndoRow words={`${site.origin} removed.`} left={undo.left} onUndo={undo.cancel} />;
  return (
    <li>
      <div class="line-row site-row">
        <Switch
          on={on}
          label={`Mark IOCs on ${site.origin}`}
          onChange={(next) =>
            void act.run(next ? turnOn(site) : send('site.set', { origin: site.origin, on: false }))
          }
        />
        <code class="cut" title={site.origin}>
          {site.origin}
        </code>
        <label class="field inline">
          <select
            aria-label={`What ${site.origin} may cause`}
            value={site.mode}
            onChange={(event) => {
              const mode = modes.find((each) => each === event.currentTarget.value);
              if (mode !== undefined) void act.run(send('site.set', { origin: site.origin, mode }));
            }}
          >
            {modes.map((mode) => (
              <option key={mode} value={mode}>
                {modeWords[mode]}
              </option>
            ))}
          </select>
        </label>
        <label class="fields-too">
          <input
            type="checkbox"
            aria-label={`Read form fields on ${site.origin}`}
            checked={site.formFields}
            onChange={({ currentTarget: { checked } }) =>
              void act.run(send('site.set', { origin: site.origin, formFields: checked }))
            }
          />
          Form fields
        </label>
        <span class="t3">
          {site.granted ? (
            site.on ? (
              'Allowed'
            ) : (
              'Allowed, switched off'
            )
          ) : (
            <>
              Permission taken back.{' '}
              <button type="button" class="link" onClick={() => void act.run(turnOn(site))}>
                Ask again
              </button>
            </>
          )}
        </span>
        <button
          type="button"
          class="icon-button"
          aria-label={`Remove ${site.origin}`}
          title={`Remove ${site.origin}`}
          onClick={undo.start}
        >
          <Icon name="trash" />
        </button>
      </div>
      {act.failure === null ? null : <FailureNote failure={act.failure} />}
    </li>
  );
}

function AddSite({ reload }: { reload(): void }) {
  const act = useAct(reload);
  const [typed, setTyped] = useState('');
  const origin = originTyped(typed);
  const add = async () => {
    if (origin === null) return;
    const asked = wantSite(origin, null);
    if (await act.run(asked.then((result) => (result.ok ? ok(null) : result)))) setTyped('');
  };
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <input
        class="area"
        type="text"
        inputMode="url"
        aria-label="Address of a site"
        placeholder="https://siem.corp.example"
        spellcheck={false}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="button plain" disabled={origin === null || act.busy}>
        <Icon name="plus" />
        Add site
      </button>
      <span class="t3">
        {origin === null ? '' : `The browser will ask you for ${new URL(origin).hostname} and nothing else.`}
      </span>
      {act.failure === null ? null : <FailureNote failure={act.failure} />}
    </form>
  );
}

export function SitesSection({ sites, reload }: { sites: readonly Site[]; reload(): void }) {
  return (
    <section id="sites" aria-labelledby="sites-title">
      <h2 id="sites-title">Sites</h2>
      <p class="lead">
        Sightline runs on these and nowhere else. Form fields are for consoles that keep text in them
        (ServiceNow, Request Tracker): values that are shown and that nobody types in, never passwords.
      </p>
      {sites.length === 0 ? (
        <p class="none">No site yet. Add one here, or open it and press the switch in the popup.</p>
      ) : (
        <ul class="lines">
          {sites.map((site) => (
            <SiteRow key={site.origin} site={site} reload={reload} />
          ))}
        </ul>
      )}
      <AddSite reload={reload} />
    </section>
  );
}
