import type { RowHints } from '../core/row-hints';
import type { PageState } from '../messages';
import type { Find } from './find-memo';
import type { Entry } from './indicators';

/** What the card needs of the page around it. */
export interface CardEvents {
  /** The page script's own: a second one would have tables of its own. */
  readonly find: Find;
  sources(): PageState['sources'];
  hints(): RowHints;
  opened(range: Range, entry: Entry): void;
  closed(): void;
  hidden(entry: Entry): void;
}
