/**
 * The match pattern that covers a web address: `scheme://host/*`, never with a port. Firefox accepts a pattern
 * with a port and then silently never injects; our own site list keeps the port. Throws where `url` is no URL.
 */
export function patternOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** Is this origin one that the match pattern grants? `*.` covers the name after it and everything below, on any port. */
export function covers(pattern: string, origin: string): boolean {
  const url = URL.parse(origin);
  const [, scheme, host = ''] = /^(https?):\/\/([^/]+)\/\*$/.exec(pattern) ?? [];
  if (url === null || url.protocol !== `${scheme}:`) return false;
  if (!host.startsWith('*.')) return url.hostname === host;
  return url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1));
}

/** The pattern to ask the browser for, or null where no extension may be granted anything (browser pages, files). */
export function originPattern(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.hostname === '') return null;
  return patternOf(url);
}
