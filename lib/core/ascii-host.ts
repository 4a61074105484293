/** A domain as it goes into a request: lower case, IDN in punycode, no dot at the end. */
export function asciiHost(domain: string): string {
  const url = `http://${domain.replace(/\.$/, '')}/`;
  return URL.canParse(url) ? new URL(url).hostname : domain.toLowerCase();
}
