import card from './card.css?inline';
import controls from './controls.css?inline';
import marks from './marks.css?inline';
import sources from './sources.css?inline';
import tokens from './tokens.css?inline';

/** Everything the card needs inside its closed shadow root; all of it hangs on `.sl-root`. */
export const cardCss: string = [tokens, controls, marks, sources, card].join('\n');
