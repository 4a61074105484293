import { NOT_A_TLD } from './marks';
import { levelOf } from './tld';

/** A host as the DNS knows it and, of one label alone, its level as a top-level domain. */
type Mapped = readonly [host: string, level: number];

/** The hosts mapped of late: a text names the same ones again and again, and mapping is slow. */
const known = new Map<string, Mapped>();

/**
 * Maps a host with letters outside ASCII as browsers do (WHATWG URL, "domain to ASCII", which is UTS 46):
 * lower case, A-labels. Empty when the host cannot exist.
 */
export const toAscii = (host: string): Mapped => {
  let mapped = known.get(host);
  if (mapped === undefined) {
    // With nothing but Latin-1 in it, Node 20 takes the text for UTF-8 once `canParse` is compiled.
    const url = `http://${host}/\uff0e`;
    const value = URL.canParse(url) ? new URL(url).hostname : '';
    mapped = [value, host.includes('.') ? NOT_A_TLD : levelOf(value)];
    if (known.size > 999) known.clear();
    known.set(host, mapped);
  }
  return mapped;
};
