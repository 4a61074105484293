import { useRef, useState } from 'preact/hooks';
import { Icon } from './icons';

type How = 'defanged' | 'plain';

/** What the button shows: short, so that a row of actions keeps its places; and what it says to those who do not see it. */
const words = {
  none: ['Copy', ''],
  defanged: ['Copied', 'Copied, defanged'],
  plain: ['Copied', 'Copied plain'],
  refused: ['Refused', 'Not copied: the browser refused'],
} as const;

interface CopyButtonProps {
  /** `false` is a refusal. */
  onCopy(how: How): void | Promise<boolean>;
}

/** Copy defanged, with plain text one step away. Says what it did in its own place. */
export function CopyButton({ onCopy }: CopyButtonProps) {
  const [open, setOpen] = useState(false);
  const [state, setState] = useState<keyof typeof words>('none');
  const caret = useRef<HTMLButtonElement>(null);
  const [shown, said] = words[state];
  // What had the focus goes with the menu.
  const close = () => {
    if (open) caret.current?.focus({ preventScroll: true });
    setOpen(false);
  };
  const copy = async (how: How) => {
    close();
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
        close();
      }}
    >
      <button
        type="button"
        class="button quiet"
        aria-label="Copy defanged"
        title={said === '' ? 'Copy defanged' : said}
        onClick={() => void copy('defanged')}
      >
        {shown}
      </button>
      <button
        ref={caret}
        type="button"
        class="button quiet caret"
        aria-label="More ways to copy"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="chevron" size="small" />
      </button>
      <span class="unseen" role="status">
        {said}
      </span>
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
