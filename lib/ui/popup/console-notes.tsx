import type { TabState } from '../../messages';
import { Icon } from '../icons';
import { Switch } from '../switch';
import { hostsWords } from './hosts-words';

interface ConsoleNotesProps {
  readonly tab: TabState;
  /** It was switched on a moment ago, and may be taken back. */
  readonly fresh: boolean;
  onUndo(): void;
  onFrames(): void;
  onFormFields(on: boolean): void;
}

/** On a site that is marked: what may be taken back, and what of its console is not read yet. */
export function ConsoleNotes({ tab, fresh, onUndo, onFrames, onFormFields }: ConsoleNotesProps) {
  const { console, site } = tab;
  const reads = site?.formFields === true;
  return (
    <>
      {fresh ? (
        <p class="notice" role="status">
          <Icon name="check" />
          <span>{`Marked from now on${console === null ? '' : `, as ${console.name}`}.`}</span>
          <button type="button" class="link" onClick={onUndo}>
            Undo
          </button>
        </p>
      ) : null}
      {console !== null && console.frames.length > 0 ? (
        <p class="notice">
          <Icon name="search" />
          <span>{`${console.name} shows its tables in frames of ${hostsWords(console.frames)}.`}</span>
          <button type="button" class="link" onClick={onFrames}>
            Read them too
          </button>
        </p>
      ) : null}
      {console?.formFields === true || reads ? (
        <p class="notice">
          <Switch on={reads} label="Read form fields on this site" onChange={onFormFields} />
          <span>
            {`Read form fields${console?.formFields === true ? `: ${console.name} keeps text there` : ''}. Never the one you type in, never passwords.`}
          </span>
        </p>
      ) : null}
    </>
  );
}
