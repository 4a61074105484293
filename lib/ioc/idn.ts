/**
 * Maps a host with letters outside ASCII as browsers do (WHATWG URL, "domain to ASCII", which is UTS 46):
 * lower case, A-labels. Empty when the host cannot exist.
 */
export const toAscii = (host: string): string =>
  URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
