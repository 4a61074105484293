import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icons';

interface BackProps {
  readonly title: string;
  readonly label: string;
  /** Shown from the start: the focus stays where the browser puts it. */
  readonly first?: boolean;
  readonly children?: ComponentChildren;
  onBack(): void;
}

/** The head of a view that was opened from another one. Takes the focus, so that the keyboard follows. */
export function Back({ title, label, first = false, children, onBack }: BackProps) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!first) button.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header class="back">
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        onClick={onBack}
      >
        <Icon name="back" />
      </button>
      <h1 class="cut">{title}</h1>
      {children}
    </header>
  );
}
