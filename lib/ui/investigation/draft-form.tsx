import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { priorities, type Draft, type Priority } from '../../core/draft';
import type { Failure } from '../../core/failure';
import { send } from '../send';

export interface Edited {
  readonly title: string;
  readonly body: string;
  readonly priority: Priority;
}

const wait = 400;

/**
 * The words of a draft while a person edits them. Saved shortly after each change, when the page goes away,
 * and by `save`, so that nothing typed is lost.
 */
export function useDraftWords(key: string, draft: Draft) {
  const [words, setWords] = useState<Edited>(() => pick(draft));
  const [saved, setSaved] = useState<'as-read' | 'typing' | 'saved' | Failure>('as-read');
  const unsaved = useRef<Edited | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    const sent = unsaved.current;
    if (sent === null) return true;
    unsaved.current = null;
    const reply = await send('draft.save', { key, ...sent });
    if (!reply.ok) {
      unsaved.current ??= sent;
      setSaved(reply.failure);
      return false;
    }
    if (unsaved.current === null) setSaved('saved');
    return true;
  }, [key]);
  const edit = (change: Partial<Edited>) => {
    const next = { ...words, ...change };
    setWords(next);
    unsaved.current = next;
    setSaved('typing');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), wait);
  };
  useLayoutEffect(() => {
    const leave = () => void save();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [save]);
  return { words, edit, saved, save };
}

const pick = ({ title, body, priority }: Draft): Edited => ({ title, body, priority });

const priorityWords: Readonly<Record<Priority, string>> = {
  low: 'Low',
  normal: 'Normal',
  high: 'High',
  urgent: 'Urgent',
};

interface DraftFormProps {
  readonly words: Edited;
  readonly tracker: string;
  onEdit(change: Partial<Edited>): void;
  onLeave(): void;
}

export function DraftForm({ words, tracker, onEdit, onLeave }: DraftFormProps) {
  return (
    <div class="draft-form">
      <div class="draft-pair">
        <div class="field">
          <span id="draft-tracker">Tracker</span>
          <output class="fixed" aria-labelledby="draft-tracker">
            {tracker}
          </output>
        </div>
        <label class="field">
          <span>Priority</span>
          <select
            value={words.priority}
            onChange={(event) => {
              const chosen = priorities.find((each) => each === event.currentTarget.value);
              if (chosen !== undefined) onEdit({ priority: chosen });
            }}
          >
            {priorities.map((each) => (
              <option key={each} value={each}>
                {priorityWords[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label class="field">
        <span>Title</span>
        <input
          type="text"
          value={words.title}
          onInput={(event) => onEdit({ title: event.currentTarget.value })}
          onBlur={onLeave}
        />
      </label>
      <label class="field grow">
        <span>
          Body <i>Markdown, sent as written here</i>
        </span>
        <textarea
          rows={10}
          value={words.body}
          onInput={(event) => onEdit({ body: event.currentTarget.value })}
          onBlur={onLeave}
        />
      </label>
    </div>
  );
}
