import type { Mode, TabState } from '../../messages';
import { Brand, Icon } from '../icons';
import { modes, modeWords } from '../modes';
import { Switch } from '../switch';

interface HeadProps {
  readonly state: TabState;
  /** `siem.corp.example`, with its port. */
  readonly host: string;
  onSite(on: boolean): void;
  onMode(mode: Mode): void;
  onPause(paused: boolean): void;
  onPanel(): void;
  onOptions(): void;
}

/** Where this site stands, as words under its name. */
function siteWords({ origin, site, paused }: TabState): string {
  if (origin === null) return 'No extension may run here';
  if (paused) return 'Paused everywhere';
  if (site === null || !site.on) return 'Not marked here';
  return site.granted ? '' : 'Permission taken back';
}

export function Head({ state, host, onSite, onMode, onPause, onPanel, onOptions }: HeadProps) {
  const { site, paused, origin } = state;
  const words = siteWords(state);
  const on = site !== null && site.on && site.granted;
  const pauseLabel = paused ? 'Resume everywhere' : 'Pause everywhere';
  return (
    <header class="popup-head">
      <Brand />
      <div class="site">
        <h1 class="cut" title={host}>
          {host}
        </h1>
        {words === '' && site !== null ? (
          <label class="mode">
            <span>Marked,</span>
            <select
              aria-label="What pages of this site may cause"
              value={site.mode}
              onChange={(event) => {
                const mode = modes.find((each) => each === event.currentTarget.value);
                if (mode !== undefined) onMode(mode);
              }}
            >
              {modes.map((mode) => (
                <option key={mode} value={mode}>
                  {modeWords[mode]}
                </option>
              ))}
            </select>
            <Icon name="chevron" size="small" />
          </label>
        ) : (
          <span>{words}</span>
        )}
      </div>
      {origin === null ? null : <Switch on={on} label={`Mark IOCs on ${host}`} onChange={onSite} />}
      <button
        type="button"
        class="icon-button"
        aria-label={pauseLabel}
        title={pauseLabel}
        aria-pressed={paused}
        onClick={() => onPause(!paused)}
      >
        <Icon name={paused ? 'play' : 'pause'} />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Open side panel"
        title="Open side panel"
        onClick={onPanel}
      >
        <Icon name="panel" />
      </button>
      <button type="button" class="icon-button" aria-label="Options" title="Options" onClick={onOptions}>
        <Icon name="sliders" />
      </button>
    </header>
  );
}
