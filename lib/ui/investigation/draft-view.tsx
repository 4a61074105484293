import { useState } from 'preact/hooks';
import type { Failure } from '../../core/failure';
import type { DraftState } from '../../messages';
import { DraftForm, useDraftWords } from './draft-form';
import { FiledView } from './filed-view';
import { Icon } from '../icons';
import { useLive } from '../live';
import { FailureNote } from '../notice';
import { Searched } from './searched';
import { send } from '../send';

interface InvestigationProps {
  readonly enrichment: string;
  onOptions(): void;
}

/** The draft of an Investigation, editable, or the ticket it became. */
export function InvestigationView({ enrichment, onOptions }: InvestigationProps) {
  const { value, failure, reload } = useLive(
    () => send('draft.get', { key: enrichment }),
    enrichment,
    enrichment,
  );
  if (value === undefined)
    return (
      <main class="investigation" aria-busy={failure === undefined}>
        {failure === undefined ? (
          <p class="quiet-line">Writing the draft and searching the tracker.</p>
        ) : (
          <FailureNote failure={failure}>
            <button type="button" class="link" onClick={reload}>
              Try again
            </button>
          </FailureNote>
        )}
      </main>
    );
  return (
    <main class="investigation">
      {value.filing?.state === 'filed' ? (
        <FiledView filing={value.filing} state={value} />
      ) : (
        <DraftView
          key={value.draft.externalId}
          enrichment={enrichment}
          state={value}
          reload={reload}
          onOptions={onOptions}
        />
      )}
    </main>
  );
}

interface DraftViewProps extends InvestigationProps {
  readonly state: DraftState;
  reload(): void;
}

function DraftView({ enrichment, state, reload, onOptions }: DraftViewProps) {
  const { words, edit, saved, save } = useDraftWords(enrichment, state.draft);
  const [filing, setFiling] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const under = state.filing?.state === 'queued' || state.filing?.state === 'filing';
  const file = async () => {
    setFiling(true);
    setFailure(null);
    if (await save()) {
      const reply = await send('investigation.file', { key: enrichment });
      if (!reply.ok) setFailure(reply.failure);
      else if (reply.value.state === 'failed') setFailure(reply.value.failure);
    }
    setFiling(false);
    reload();
  };
  const shown = failure ?? (state.filing?.state === 'failed' && !filing ? state.filing.failure : null);
  return (
    <>
      <p class="saved" aria-live="polite">
        {saved === 'typing' ? 'Saving' : typeof saved === 'string' ? 'Draft saved' : ''}
      </p>
      <DraftForm
        words={words}
        tracker={state.tracker?.name ?? 'None set up'}
        onEdit={edit}
        onLeave={() => void save()}
      />
      {typeof saved === 'string' ? null : <FailureNote failure={saved} />}
      {shown === null ? null : <FailureNote failure={shown} />}
      <footer class="actions">
        <div class="searched">
          {state.filing?.state === 'held' ? (
            <p>Held by this hour’s ceiling; filing it here is always possible.</p>
          ) : null}
          <Searched state={state} />
        </div>
        {state.tracker === null ? (
          <button type="button" class="button primary tall" onClick={onOptions}>
            Set up a tracker
          </button>
        ) : (
          <button
            type="button"
            class="button primary tall"
            disabled={filing || under || words.title.trim() === ''}
            onClick={() => void file()}
          >
            <Icon name="ticket" />
            {filing || under ? 'Being filed' : 'File Investigation'}
          </button>
        )}
      </footer>
    </>
  );
}
