import type { Send } from '../messages';
import { Badges } from './badges';
import type { CardEvents } from './card-events';
import { CardHost } from './card-host';
import { FieldBadges } from './field-badges';
import type { Overlay } from './overlay';

/** What is shown over the page. */
export interface Front {
  readonly card: CardHost;
  readonly badges: Badges;
  readonly fieldBadges: FieldBadges;
}

export const makeFront = (overlay: Overlay, send: Send, events: CardEvents): Front => ({
  card: new CardHost(overlay, send, events),
  badges: new Badges(overlay),
  fieldBadges: new FieldBadges(overlay),
});
