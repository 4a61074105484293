interface SwitchProps {
  readonly on: boolean;
  /** What it switches, for those who do not see it. */
  readonly label: string;
  readonly disabled?: boolean;
  onChange(on: boolean): void;
}

export function Switch({ on, label, disabled = false, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      aria-label={label}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      <span />
    </button>
  );
}
