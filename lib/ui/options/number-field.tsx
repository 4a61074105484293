import { useId, useState } from 'preact/hooks';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly note: string;
  onSave(value: number): Promise<boolean>;
}

/** A whole number within limits, saved when the field is left. */
export function NumberField({ label, value, least, most, note, onSave }: NumberFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const number = Number(typed ?? value);
  const fits = Number.isInteger(number) && number >= least && number <= most && typed?.trim() !== '';
  const leave = async () => {
    if (typed === null || !fits) return;
    if (number === value || (await onSave(number))) setTyped(null);
  };
  return (
    <div class="field narrow">
      <span>
        <label for={id}>{label}</label>
      </span>
      <input
        id={id}
        type="number"
        min={least}
        max={most}
        value={typed ?? value}
        aria-describedby={`${id}-note`}
        aria-invalid={!fits}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void leave()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void leave();
        }}
      />
      <p id={`${id}-note`} class={`field-note ${fits ? '' : 'wrong'}`}>
        {fits ? note : `A whole number from ${least} to ${most}. Not saved.`}
      </p>
    </div>
  );
}
