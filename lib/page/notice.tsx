import { Icon } from '../ui/icons';

/** A sentence about no indicator, and a button to close it. */
export function Notice({ words, onClose }: { readonly words: string; onClose(): void }) {
  return (
    <section class="sl-root notice" role="alert">
      <p>{words}</p>
      <button type="button" class="icon-button" aria-label="Close" title="Close" onClick={onClose}>
        <Icon name="close" />
      </button>
    </section>
  );
}
