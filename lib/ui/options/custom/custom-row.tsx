import type { CustomState } from '../../../messages';
import { Icon } from '../../icons';
import { FailureNote } from '../../notice';
import { send } from '../../send';
import { saveText } from '../save-text';
import { UndoRow, useUndo } from '../undo';
import { useAct } from '../use-act';

interface CustomRowProps {
  readonly source: CustomState['sources'][number];
  reload(): void;
  onEdit(): void;
}

/** One described source: edit, share, remove. */
export function CustomRow({ source, reload, onEdit }: CustomRowProps) {
  const act = useAct(reload);
  const { id, name, text } = source;
  const undo = useUndo(() => void act.run(send('custom.remove', { id })), 'carry out');
  if (undo.left !== null)
    return <UndoRow words={`“${name}” and its key are removed.`} left={undo.left} onUndo={undo.cancel} />;
  return (
    <li>
      <div class="line-row custom-row">
        <b class="cut">{name}</b>
        <code class="cut t3">{id}</code>
        <button type="button" class="button plain" onClick={onEdit} aria-label={`Edit ${name}`}>
          Edit
        </button>
        <button
          type="button"
          class="button plain"
          aria-label={`Share ${name} as a file`}
          onClick={() => saveText(`sightline-source-${id}.json`, text)}
        >
          <Icon name="down" />
          Share
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={`Remove ${name}`}
          title={`Remove ${name}`}
          onClick={undo.start}
        >
          <Icon name="trash" />
        </button>
      </div>
      {act.failure === null ? null : <FailureNote failure={act.failure} />}
    </li>
  );
}
