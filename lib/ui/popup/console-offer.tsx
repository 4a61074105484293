import type { ConsoleState } from '../../messages';
import { hostsWords } from './hosts-words';

interface ConsoleOfferProps {
  readonly console: ConsoleState;
  /** The site's name without its port. */
  readonly name: string;
  onTurnOn(): void;
}

/** A console that was recognised: how, what the browser will be asked for, and one button. */
export function ConsoleOffer({ console, name, onTurnOn }: ConsoleOfferProps) {
  return (
    <>
      <h2>{`Mark IOCs in ${console.name}?`}</h2>
      <p>
        {`This looks like ${console.name}, by its ${console.by === 'address' ? 'address' : 'page'}. `}
        {'The browser will ask you for '}
        <b>{hostsWords([name, ...console.frames])}</b>
        {' and nothing else.'}
        {console.frames.length === 0 ? '' : ' Its tables stand in frames from there.'}
      </p>
      <button type="button" class="button primary wide" onClick={onTurnOn}>
        <span class="cut">{`Turn on for ${console.name}`}</span>
      </button>
    </>
  );
}
