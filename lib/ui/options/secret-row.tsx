import { useId, useState } from 'preact/hooks';
import { Icon } from '../icons';
import type { FormField } from './form-fields';

interface SecretRowProps {
  readonly field: FormField;
  readonly set: boolean;
  readonly disabled: boolean;
  /** Resolves to what is wrong, in words; null when it was kept. */
  onSave(name: string, value: string): Promise<string | null>;
}

/** A key: written, never read back. */
export function SecretRow({ field, set, disabled, onSave }: SecretRowProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async (value: string) => {
    const words = await onSave(field.name, value);
    setWrong(words);
    if (words !== null) return;
    setTyped('');
    setOpen(false);
  };
  return (
    <div class="field">
      <span>{set && !open ? field.title : <label for={id}>{field.title}</label>}</span>
      {set && !open ? (
        <div class="secret">
          <Icon name="key" />
          <span class="secret-state">Key set</span>
          <button
            type="button"
            class="link"
            aria-label={`Replace: ${field.title}`}
            disabled={disabled}
            onClick={() => setOpen(true)}
          >
            Replace
          </button>
          <button
            type="button"
            class="link"
            aria-label={`Remove: ${field.title}`}
            disabled={disabled}
            onClick={() => void save('')}
          >
            Remove
          </button>
        </div>
      ) : (
        <form
          class="secret-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() !== '') void save(typed);
          }}
        >
          <input
            id={id}
            type="password"
            class="area"
            autocomplete="off"
            spellcheck={false}
            disabled={disabled}
            value={typed}
            aria-describedby={`${id}-note`}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" class="button plain" disabled={disabled || typed.trim() === ''}>
            Keep key
          </button>
          {set ? (
            <button type="button" class="button quiet" onClick={() => setOpen(false)}>
              Cancel
            </button>
          ) : null}
        </form>
      )}
      <p id={`${id}-note`} class={`field-note ${wrong === null ? '' : 'wrong'}`} aria-live="polite">
        {wrong ??
          `${field.description === '' ? '' : `${field.description} `}Kept in this browser, shown to nobody, never exported.`}
      </p>
    </div>
  );
}
