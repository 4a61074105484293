import { useState } from 'preact/hooks';
import { Icon } from './icons';

type How = 'defanged' | 'plain';

const words = {
  none: 'Copy defanged',
  defanged: 'Copied',
  plain: 'Copied plain',
  refused: 'Not copied',
} as const;

/** Copy defanged, with plain text one step away. Says what it did in its own place; `false` is a refusal. */
interface CopyButtonProps {
  /** Where there is no room for "defanged". */
  readonly short?: boolean;
  onCopy(how: How): void | Promise<boolean>;
}

export function CopyButton({ short = false, onCopy }: CopyButtonProps) {
  const [open, setOpen] = useState(false);
  const [state, setState] = useState<keyof typeof words>('none');
  const copy = async (how: How) => {
    setOpen(false);
    const done = await onCopy(how);
    setState(done === false ? 'refused' : how);
    setTimeout(() => setState('none'), 1500);
  };
  return (
    <span
      class="split end"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
      }}
    >
      <button type="button" class="button quiet" title="Copy defanged" onClick={() => void copy('defanged')}>
        <span aria-live="polite">{short && state === 'none' ? 'Copy' : words[state]}</span>
      </button>
      <button
        type="button"
        class="button quiet caret"
        aria-label="More ways to copy"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="chevron" size="small" />
      </button>
      {open ? (
        <span class="menu">
          <button type="button" class="button quiet" onClick={() => void copy('plain')}>
            Copy plain
          </button>
        </span>
      ) : null}
    </span>
  );
}
