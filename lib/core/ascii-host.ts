/** A domain as it goes into a request: lower case, IDN in punycode, no dot at the end. */
export function asciiHost(domain: string): string {
  const url = `http://${domain.replace(/\.$/, '')}/`;
  return URL.canParse(url) ? new URL(url).hostname : domain.toLowerCase();
}

/** A URL as a browser would send it where it holds anything but ASCII; else exactly as it was written. */
export const asciiUrl = (url: string): string =>
  /^[\x21-\x7e]*$/.test(url) || !URL.canParse(url) ? url : new URL(url).href;
