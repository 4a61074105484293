import { render } from 'preact';
import { Icon } from '../ui/icons';

/** A card that speaks of no indicator. */
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

/** Says something in the corner of the window. */
export function showNotice(root: ShadowRoot, words: string): void {
  const layer = document.createElement('div');
  layer.className = 'layer';
  layer.setAttribute('popover', 'manual');
  root.append(layer);
  render(<Notice words={words} onClose={() => layer.remove()} />, layer);
  layer.style.insetBlockStart = '8px';
  layer.style.insetInlineEnd = '8px';
  layer.showPopover();
}
