import { SLASH } from './ascii';
import { DIGIT } from './classes';
import { is } from './chars';
import { emit } from './sink';
import { byteAt, matchEnd, text } from './source';

const form = /(?:\/|\[\/\])(?:0|[1-9]\d{0,2})(?![\w/-]|[.:][\w-])/y;

/**
 * Emits the network that a prefix length, `/24` or `[/]24` and at most `most`, makes of the address from `start` to `end`;
 * its end, 0 when there is none. `10.0.0.1/8080`, `10.0.0.1/24/index` and `1.2.3.4/5.6` are no networks.
 */
export const emitNetwork = (address: string, start: number, end: number, most: number): number => {
  const from = byteAt(end) === SLASH ? end + 1 : end + 3;
  if (!is(from, DIGIT)) return 0;
  const to = matchEnd(form, end);
  const length = text.slice(from, to);
  if (to === 0 || Number(length) > most) return 0;
  emit('cidr', `${address}/${length}`, start, to);
  return to;
};
