/** Proofpoint's second version writes `-` for `%` and `_` for `/`, then the address is escaped as in any query. */
const second = (value: string): string => value.replaceAll('-', '%').replaceAll('_', '/');

/** The third writes the address between `__` and `__;`, then in base64 what it could not write there, then `!`. */
const third = /^https?:\/\/[^/]+\/v3\/__(.+?)__;([\w-]*)!/i;

/** `*` stands for one character of those, `**` and a letter for a run of them. */
const token = /\*(?:\*(.))?/gs;

/** The letter says how long the run is: `A` is 2, `_` is 65. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const shortestRun = 2;

/** Gateways and proxies on the way make two slashes one. */
const oneSlash = /^([a-z][a-z0-9+.-]*:\/)(?!\/)/i;

/** Some mailers escape the link for HTML once more than it is read. */
const withoutEntities = (address: string): string => address.replaceAll('&amp;', '&');

/**
 * The address inside a link of Proofpoint URL Defense; null where it is cut or none. The algorithm of all three versions
 * is the one of Proofpoint's own decoder (help.proofpoint.com, "How do I decode a rewritten URL?").
 * @param query The value of `u` as it stands in the link: versions 1 and 2 hold the address there.
 */
export function fromUrlDefense(href: string, query: string | null): string | null {
  const version = /^https?:\/\/[^/]+\/v([123])\//i.exec(href)?.[1];
  if (version === '3') return fromThird(href);
  if (version === undefined || query === null) return null;
  try {
    return withoutEntities(decodeURIComponent(version === '2' ? second(query) : query));
  } catch {
    return null;
  }
}

function fromThird(href: string): string | null {
  const [, written, packed] = third.exec(href) ?? [];
  if (written === undefined || packed === undefined) return null;
  const spare = unpack(packed);
  if (spare === null) return null;
  let at = 0;
  let missing = false;
  const take = (count: number): string => {
    missing ||= at + count > spare.length;
    at += count;
    return spare.slice(at - count, at).join('');
  };
  const address = unescaped(written.replace(oneSlash, '$1/')).replace(token, (_, letter?: string) => {
    if (letter === undefined) return take(1);
    const length = letters.indexOf(letter);
    missing ||= length === -1;
    return take(length + shortestRun);
  });
  return missing ? null : address;
}

/** A `%` of the address itself is among the packed characters: one in the link was put there on the way. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Characters, not bytes: a run counts those. Null where it is no base64, or no UTF-8. */
function unpack(base64: string): readonly string[] | null {
  try {
    const bytes = Uint8Array.from(
      atob(base64.replaceAll('-', '+').replaceAll('_', '/')),
      (one) => one.codePointAt(0) ?? 0,
    );
    return [...new TextDecoder('utf-8', { fatal: true }).decode(bytes)];
  } catch {
    return null;
  }
}
