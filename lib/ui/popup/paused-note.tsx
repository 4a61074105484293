import { Icon } from '../icons';

/** Paused: said where it can be ended. */
export function PausedNote({ onResume }: { onResume(): void }) {
  return (
    <p class="notice">
      <Icon name="pause" />
      <span>Paused everywhere. No page is read and nothing is asked by itself.</span>
      <button type="button" class="link" onClick={onResume}>
        Resume
      </button>
    </p>
  );
}
