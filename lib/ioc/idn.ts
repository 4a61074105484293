import { levelOf } from './tld';

/** A host as the DNS knows it, and the level of its top-level domain. */
type Mapped = readonly [host: string, level: number];

/** The hosts mapped of late: a text names the same ones again and again, and mapping is slow. */
const known = new Map<string, Mapped>();

/**
 * Maps a host with letters outside ASCII as browsers do (WHATWG URL, "domain to ASCII", which is UTS 46):
 * lower case, A-labels. Empty when the host cannot exist.
 */
export const toAscii = (host: string): Mapped => {
  let mapped = known.get(host);
  if (mapped !== undefined) return mapped;
  const value = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
  mapped = [value, levelOf(value)];
  if (known.size > 999) known.clear();
  known.set(host, mapped);
  return mapped;
};
