import { useLayoutEffect, useState } from 'preact/hooks';
import type { OptionsState } from '../../messages';
import { Brand, Icon, type IconName } from '../icons';
import { useLive } from '../live';
import { FailureNote } from '../notice';
import { send } from '../send';
import { countWords } from '../words';
import { CustomSection } from './custom/custom-section';
import { DataSection } from './data-section';
import { FirstSteps } from './first-steps';
import { ListsSection } from './lists-section';
import { OpsecSection } from './opsec-section';
import { VerdictSection } from './verdict-section';
import { SitesSection } from './sites-section';
import { SourcesSection } from './sources-section';
import { stepsDone } from './steps-done';
import { TrackersSection } from './trackers-section';

interface Place {
  readonly id: string;
  readonly icon: IconName;
  readonly name: string;
  readonly aside: string;
}

function placesOf(options: OptionsState): readonly Place[] {
  const done = stepsDone(options);
  const count = (shape: 'source' | 'tracker') =>
    String(options.plugins.filter((plugin) => plugin.shape === shape && plugin.on).length);
  const steps = `${done.filter(Boolean).length} of ${done.length}`;
  return [
    ...(done.every(Boolean)
      ? []
      : [{ id: 'first-steps', icon: 'bolt', name: 'First steps', aside: steps } as const]),
    { id: 'sources', icon: 'data', name: 'Sources', aside: count('source') },
    { id: 'custom', icon: 'sliders', name: 'Your own sources', aside: '' },
    { id: 'sites', icon: 'globe', name: 'Sites', aside: String(options.sites.length) },
    { id: 'trackers', icon: 'ticket', name: 'Trackers', aside: count('tracker') },
    { id: 'opsec', icon: 'shield', name: 'Opsec', aside: '' },
    { id: 'verdict', icon: 'check', name: 'Verdict', aside: '' },
    { id: 'lists', icon: 'list', name: 'Local lists', aside: String(options.lists.length) },
    { id: 'data', icon: 'file', name: 'Data', aside: countWords(options.enrichments) },
  ];
}

/** The section that the address names. */
function useHash(): string {
  const [hash, setHash] = useState(() => location.hash.slice(1));
  useLayoutEffect(() => {
    const follow = () => setHash(location.hash.slice(1));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return hash;
}

/** Everything that can be set, in one scroll with a list of its sections. */
export function OptionsPage() {
  const { value: options, failure, reload } = useLive(() => send('options.get', {}), 'options');
  const hash = useHash();
  const read = options !== undefined;
  // The sections exist only now: the browser's own jump to the anchor came too early.
  useLayoutEffect(() => {
    if (read && location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [read]);
  return (
    <div class="sl-root options">
      <nav class="options-nav" aria-label="Sections">
        <h1>
          <Brand />
          Sightline
        </h1>
        {options === undefined
          ? null
          : placesOf(options).map((place) => (
              <a key={place.id} href={`#${place.id}`} aria-current={hash === place.id ? 'true' : undefined}>
                <Icon name={place.icon} />
                <span>{place.name}</span>
                <i>{place.aside}</i>
              </a>
            ))}
      </nav>
      <main class="options-main">
        {failure === undefined ? null : (
          <FailureNote failure={failure}>
            <button type="button" class="link" onClick={reload}>
              Try again
            </button>
          </FailureNote>
        )}
        {options === undefined ? null : (
          <>
            <FirstSteps options={options} reload={reload} />
            <SourcesSection plugins={options.plugins} reload={reload} />
            <CustomSection reload={reload} />
            <SitesSection sites={options.sites} reload={reload} />
            <TrackersSection options={options} reload={reload} />
            <OpsecSection options={options} reload={reload} />
            <VerdictSection options={options} reload={reload} />
            <ListsSection lists={options.lists} reload={reload} />
            <DataSection options={options} reload={reload} />
          </>
        )}
      </main>
    </div>
  );
}
