import { bitsAt, codeAt, DIGIT, NAME } from './chars';
import { emit } from './sink';

/**
 * Emits the network that a prefix length, `/24` or `[/]24` and at most `most`, makes of the address from `start` to `end`;
 * its end, 0 when there is none. `10.0.0.1/8080`, `10.0.0.1/24/index` and `1.2.3.4/5.6` are no networks.
 */
export const emitNetwork = (
  text: string,
  address: string,
  start: number,
  end: number,
  most: number,
): number => {
  let at = end;
  if (codeAt(text, at) === 47) at++;
  else if (text.startsWith('[/]', at)) at += 3;
  else return 0;
  const from = at;
  let length = 0;
  while (at < from + 4 && (bitsAt(text, at) & DIGIT) !== 0) length = length * 10 + codeAt(text, at++) - 48;
  if (at === from || length > most || (at > from + 1 && codeAt(text, from) === 48)) return 0;
  const next = codeAt(text, at);
  if ((bitsAt(text, at) & NAME) !== 0 || next === 47) return 0;
  if ((next === 46 || next === 58) && (bitsAt(text, at + 1) & NAME) !== 0) return 0;
  emit('cidr', `${address}/${length}`, start, at);
  return at;
};
