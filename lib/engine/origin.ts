/** The match pattern that covers a request: `scheme://host/*`. Patterns carry no port. */
export function patternOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
