/**
 * The match pattern to ask the browser for: `scheme://host/*`, never with a port. Firefox accepts a pattern
 * with a port and then silently never injects; our own site list keeps the port.
 * @returns null where no extension may be granted anything (browser pages, files).
 */
export function originPattern(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.hostname === '') return null;
  return `${parsed.protocol}//${parsed.hostname}/*`;
}
