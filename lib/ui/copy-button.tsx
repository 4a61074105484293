import { useState } from 'preact/hooks';
import { Icon } from './icons';

type How = 'defanged' | 'plain';

/** Copy defanged, with plain text one step away. Says what it did in its own place. */
export function CopyButton({ onCopy }: { onCopy(how: How): void }) {
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState<How | null>(null);
  const copy = (how: How) => {
    onCopy(how);
    setOpen(false);
    setCopied(how);
    setTimeout(() => setCopied(null), 1500);
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
      <button type="button" class="button quiet" onClick={() => copy('defanged')}>
        <span aria-live="polite" class="copy-word">
          {copied === null ? 'Copy defanged' : copied === 'plain' ? 'Copied plain' : 'Copied'}
        </span>
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
          <button type="button" class="button quiet" onClick={() => copy('plain')}>
            Copy plain
          </button>
        </span>
      ) : null}
    </span>
  );
}
