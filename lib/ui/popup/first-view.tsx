import type { ConsoleState, PluginState } from '../../messages';
import { Mark } from '../marks';
import type { Standing } from '../words';
import { standingWord } from '../words';
import { ConsoleOffer } from './console-offer';

const legend: readonly Standing[] = ['malicious', 'suspicious', 'unknown', 'benign', 'none'];

interface FirstViewProps {
  readonly host: string;
  /** The name without its port: what the browser will show. */
  readonly name: string;
  /** It was on, and the browser's grant is gone. */
  readonly lost: boolean;
  readonly sources: readonly PluginState[];
  /** The console that this tab shows, if it was recognised. */
  readonly console: ConsoleState | null;
  /** @param frames patterns of frames to be read too */
  onTurnOn(frames: readonly string[]): void;
  onKeys(): void;
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Names told in full; of more the rest is counted. */
const named = 4;

const namesWords = (names: readonly string[]): string =>
  list.format(
    names.length <= named ? names : [...names.slice(0, named - 1), `${names.length - named + 1} more`],
  );

/** What answers now, and what could with one step more. */
function Ready({ sources, onKeys }: Pick<FirstViewProps, 'sources' | 'onKeys'>) {
  const ready = sources.filter((source) => source.on && source.missing === null).map(({ name }) => name);
  const waiting = sources.filter((source) => !source.on || source.missing !== null).map(({ name }) => name);
  return (
    <div class="ready">
      <h3>Ready now</h3>
      <p>
        {ready.length === 0 ? 'No source is on yet. ' : `${namesWords(ready)} can answer at once. `}
        {waiting.length === 0 ? null : (
          <>
            <button type="button" class="link" onClick={onKeys}>
              Turn on
            </button>{' '}
            {namesWords(waiting)}.
          </>
        )}
      </p>
    </div>
  );
}

/** A site that is no console we know. */
function AskSite({
  host,
  name,
  lost,
  onTurnOn,
}: Omit<FirstViewProps, 'sources' | 'console' | 'onTurnOn' | 'onKeys'> & { onTurnOn(): void }) {
  return (
    <>
      <h2>{lost ? 'The browser took the permission back' : 'Mark IOCs on this site?'}</h2>
      <p>
        Sightline reads the text of this one site and marks what it finds. The browser will ask you for{' '}
        <b>{name}</b> and nothing else.
      </p>
      <button type="button" class="button primary wide" onClick={onTurnOn}>
        <span class="cut">{lost ? `Ask again for ${host}` : `Turn on for ${host}`}</span>
      </button>
    </>
  );
}

/** A site that is not marked: what turning it on means, what the lines will mean, what is ready. */
export function FirstView({ host, name, lost, sources, console, onTurnOn, onKeys }: FirstViewProps) {
  return (
    <div class="first scroll">
      {console === null || lost ? (
        <AskSite host={host} name={name} lost={lost} onTurnOn={() => onTurnOn([])} />
      ) : (
        <ConsoleOffer console={console} name={name} onTurnOn={() => onTurnOn(console.frames)} />
      )}
      <h3 class="section-head">What the lines mean</h3>
      <ul class="legend">
        {legend.map((standing) => (
          <li key={standing}>
            <span class={`ioc line ${standing}`}>203.0.113.77</span>
            <Mark of={standing} quiet />
            <span>{standing === 'none' ? 'No verdict yet' : standingWord(standing)}</span>
          </li>
        ))}
      </ul>
      <Ready sources={sources} onKeys={onKeys} />
    </div>
  );
}
