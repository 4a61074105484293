/** Base64 of the text's UTF-8 bytes; `btoa` alone refuses anything beyond Latin-1. */
export const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));

/** The alphabet that is safe in a path, without padding (RFC 4648, 5). */
export const base64url = (text: string): string =>
  base64(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
