import type { ListState } from '../../messages';
import { Icon } from '../icons';
import { useNow } from '../live';
import { Mark } from '../marks';
import { FailureNote } from '../notice';
import { send } from '../send';
import { ageWords, manyWords, momentWords, standingWord } from '../words';
import { ListImport } from './list-import';
import { UndoRow, useUndo } from './undo';
import { useAct } from './use-act';

function ListRow({ list, reload }: { list: ListState; reload(): void }) {
  const now = useNow();
  const act = useAct(reload);
  const undo = useUndo(() => void act.run(send('list.remove', { name: list.name })), 'carry out');
  if (undo.left !== null)
    return <UndoRow words={`“${list.name}” removed.`} left={undo.left} onUndo={undo.cancel} />;
  return (
    <li>
      <div class="line-row list-row">
        <Mark of={list.level} quiet />
        <b class="cut">{list.name}</b>
        <span>{standingWord(list.level)}</span>
        <span>{manyWords(list.entries, 'entry', 'entries')}</span>
        <time class="t3" title={momentWords(list.importedAt)}>
          imported{' '}
          {ageWords(list.importedAt, now) === 'now' ? 'just now' : `${ageWords(list.importedAt, now)} ago`}
        </time>
        <button
          type="button"
          class="icon-button"
          aria-label={`Remove the list ${list.name}`}
          title={`Remove the list ${list.name}`}
          onClick={undo.start}
        >
          <Icon name="trash" />
        </button>
      </div>
      {act.failure === null ? null : <FailureNote failure={act.failure} />}
    </li>
  );
}

/** Lists of the team, looked up in this browser. */
export function ListsSection({ lists, reload }: { lists: readonly ListState[]; reload(): void }) {
  return (
    <section id="lists" aria-labelledby="lists-title">
      <h2 id="lists-title">Local lists</h2>
      <p class="lead">Looked up in this browser; nothing leaves it. A list of the same name is replaced.</p>
      {lists.length === 0 ? (
        <p class="none">No list yet. Text, CSV and STIX bundles are understood.</p>
      ) : (
        <ul class="lines">
          {lists.map((list) => (
            <ListRow key={list.name} list={list} reload={reload} />
          ))}
        </ul>
      )}
      <ListImport reload={reload} />
    </section>
  );
}
