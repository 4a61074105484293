import { useId, useState } from 'preact/hooks';
import { type FormField, shownValue, typedValue } from './form-fields';

interface FieldRowProps {
  readonly field: FormField;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly disabled: boolean;
  /** Resolves to what is wrong, in words; null when it was saved. */
  onSave(name: string, value: unknown): Promise<string | null>;
}

const choiceWords = (choice: string): string => {
  const words = choice.replace(/-/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** One setting: saved when the field is left, and said so; what was typed stays until it could be saved. */
export function FieldRow({ field, settings, disabled, onSave }: FieldRowProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const shown = shownValue(field, settings);
  const save = async (value: unknown) => {
    const words = value === null ? 'A number is needed here.' : await onSave(field.name, value);
    setWrong(words);
    setSaved(words === null);
    if (words === null) setTyped(null);
  };
  const leave = () => {
    if (typed !== null && typed !== shown) void save(typedValue(field, typed));
    else setTyped(null);
  };
  const given = {
    id,
    disabled,
    'aria-describedby': `${id}-note`,
    'aria-invalid': wrong !== null,
  };
  const note = wrong ?? (saved && typed === null ? `Saved. ${field.description}` : field.description);
  return (
    <div class={`field ${field.type === 'switch' ? 'check' : ''}`}>
      <span>
        <label for={id}>{field.title}</label>
      </span>
      {field.type === 'switch' ? (
        <input
          {...given}
          type="checkbox"
          checked={shown === 'true'}
          onChange={(event) => void save(event.currentTarget.checked)}
        />
      ) : field.type === 'choice' ? (
        <select {...given} value={shown} onChange={(event) => void save(event.currentTarget.value)}>
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choiceWords(choice)}
            </option>
          ))}
        </select>
      ) : field.type === 'lines' ? (
        <textarea
          {...given}
          rows={3}
          value={typed ?? shown}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onBlur={leave}
        />
      ) : (
        <input
          {...given}
          type={field.type === 'number' ? 'number' : 'text'}
          min={field.least}
          max={field.most}
          spellcheck={false}
          value={typed ?? shown}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Enter') leave();
          }}
        />
      )}
      <p id={`${id}-note`} class={`field-note ${wrong === null ? '' : 'wrong'}`} aria-live="polite">
        {note}
      </p>
    </div>
  );
}
