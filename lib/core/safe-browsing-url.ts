import type { Ioc } from '../ioc';

/**
 * URLs as Safe Browsing and Web Risk hash them: canonical form, then host-suffix and path-prefix expressions
 * (developers.google.com/safe-browsing/reference/URLs.and.Hashing). A URL never needs to leave for this.
 */

/** The URL that an indicator is asked about as: a host as the root of its site. */
export function siteUrl({ kind, value }: Ioc): string {
  if (kind === 'url') return value;
  return kind === 'ipv6' ? `http://[${value}]/` : `http://${value}/`;
}

/** Undoes percent escapes until none is left. Characters are bytes here (0 to 255). */
function unescaped(bytes: string): string {
  let text = bytes;
  for (let round = 0; round < 1024; round += 1) {
    const next = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    if (next === text) break;
    text = next;
  }
  return text;
}

/** All characters up to the space, from 127 on, `#` and `%` are escaped, in upper case. */
const escaped = (bytes: string): string =>
  bytes.replace(
    // oxlint-disable-next-line no-control-regex
    /[\x00-\x20\x7f-\xff#%]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

const bytesOf = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');

/** An address in any form that C's `inet_aton` reads (octal, hexadecimal, fewer parts) as four decimal numbers. */
function addressOf(host: string): string | null {
  const parts = host.split('.');
  if (parts.length > 4 || !parts.every((part) => /^(0x[0-9a-f]*|\d+)$/i.test(part))) return null;
  const url = `http://${host}/`;
  const read = URL.canParse(url) ? new URL(url).hostname : '';
  return /^\d+(\.\d+){3}$/.test(read) ? read : null;
}

function canonicalHost(raw: string): string {
  const host = unescaped(raw)
    .replace(/^\.+|(?:\.|:\d*)+$/g, '')
    .replace(/\.{2,}/g, '.')
    .toLowerCase();
  return addressOf(host) ?? escaped(host);
}

function canonicalPath(raw: string): string {
  const parts: string[] = [];
  const given = unescaped(raw).split('/').slice(1);
  for (const part of given) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const last = given.at(-1);
  const open = last === '' || last === '.' || last === '..';
  return escaped(`/${parts.join('/')}${open && parts.length > 0 ? '/' : ''}`);
}

interface Parts {
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
  /** With its question mark. */
  readonly query: string;
}

function partsOf(url: string): Parts | null {
  // Tabs and line ends anywhere are no part of it, nor are spaces around it, nor a fragment.
  const text = url
    .replace(/[\t\r\n]/g, '')
    .trim()
    .replace(/#.*$/s, '');
  const [, scheme = 'http', rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/is.exec(text) ?? [];
  const [, authority = '', path = '', query = ''] = /^([^/?]*)([^?]*)(\?.*)?$/s.exec(rest) ?? [];
  const named = authority.slice(authority.lastIndexOf('@') + 1).replace(/(?::\d*)+$/, '');
  // The name as DNS knows it, where it is not ASCII.
  // oxlint-disable-next-line no-control-regex
  const foreign = /[^\x00-\x7f]/.test(named) && URL.canParse(`http://${named}/`);
  const ascii = foreign ? new URL(`http://${named}/`).hostname : named;
  const host = canonicalHost(bytesOf(ascii));
  // Escapes may hide what would end a host: no such host exists (WHATWG URL, "forbidden host code point").
  if (host === '' || /[/?@]/.test(host)) return null;
  return {
    scheme: scheme.toLowerCase(),
    host,
    path: canonicalPath(bytesOf(path === '' ? '/' : path)),
    query: escaped(unescaped(bytesOf(query))),
  };
}

/** The canonical form, or null where there is no host. The port and user name go. */
export function canonicalUrl(url: string): string | null {
  const parts = partsOf(url);
  return parts && `${parts.scheme}://${parts.host}${parts.path}${parts.query}`;
}

/** The exact host, then up to four suffixes that begin with the last five labels; an address has none. */
function hostsOf(host: string): string[] {
  if (/^\d+(\.\d+){3}$/.test(host) || host.startsWith('[')) return [host];
  const labels = host.split('.');
  const suffixes = [5, 4, 3, 2].filter((count) => count < labels.length);
  return [host, ...suffixes.map((count) => labels.slice(-count).join('.'))];
}

/** The exact path with and without the query, then the root and up to three folders below it. */
function pathsOf({ path, query }: Parts): string[] {
  const folders = path.split('/').slice(1, -1);
  const prefixes = [0, 1, 2, 3]
    .filter((count) => count <= folders.length)
    .map((count) => ['', ...folders.slice(0, count), ''].join('/'));
  return [...new Set([...(query === '' ? [] : [path + query]), path, ...prefixes])];
}

/** Up to 30 expressions, without scheme: what is hashed. Empty where there is no host. */
export function expressionsOf(url: string): string[] {
  const parts = partsOf(url);
  if (!parts) return [];
  return hostsOf(parts.host).flatMap((host) => pathsOf(parts).map((path) => host + path));
}
