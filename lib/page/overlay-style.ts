/**
 * What holds the card and the badges inside the closed root. The card's own look is `lib/ui/card-style.ts`.
 * Important rules of a shadow tree win over everything the page says of the host, its inline style too (CSS Cascade 4,
 * "context"): no rule of the page moves, hides or restyles it.
 */
export const overlayCss = `
:host { all: initial !important; display: block !important; position: absolute !important; inset: 0 auto auto 0 !important;
  inline-size: 0 !important; block-size: 0 !important; direction: ltr !important; z-index: 2147483647 !important; }
.layer { position: fixed; inset: auto; margin: 0; border: 0; padding: 0; background: none; color: inherit;
  display: flex; flex-direction: column; overflow: visible; inline-size: auto; block-size: auto; max-inline-size: none; max-block-size: none; outline: 0; }
.layer:not(:popover-open, :modal) { display: none; }
.layer::backdrop { background: none; }
.layer:modal > .card { animation: none; }
.layer > .card { min-block-size: 0; max-block-size: calc(100vh - 16px); overflow-y: auto; }
.notice { display: flex; gap: 8px; align-items: start; justify-content: space-between; inline-size: min(320px, calc(100vw - 16px)); padding: 12px; border-radius: var(--sl-r3);
  background: var(--sl-raised); color: var(--sl-text); box-shadow: var(--sl-float); font: var(--sl-t3);
  outline: 1px solid transparent; }
.badges { position: absolute; inset: 0 auto auto 0; inline-size: 0; block-size: 0; margin: 0; border: 0; padding: 0;
  overflow: visible; background: none; pointer-events: none; }
.badges > svg { position: absolute; inline-size: 12px; block-size: 12px; overflow: visible; pointer-events: none; }
.badges > .none { box-sizing: border-box; border: 2px dotted #868a95; border-radius: 50%; background: var(--sl-surface); }
.spoken { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
@media print { :host, .layer, .badges { display: none !important; } }
`;
