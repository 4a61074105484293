import { internalSuffix } from './internal';

const mailbox = /[\w.+'-]+@([a-z\d.-]+\.[a-z\d-]+)/gi;

/** What may be base64 of an address: long enough for one, in either alphabet. */
const encoded = /[\w+/-]{12,400}/g;

/**
 * The team's own domain, where a URL names a mailbox of it; undefined where it does not. Phishing is made for one person,
 * and its URL carries the address, plain or in base64: whoever is told the URL learns who was meant.
 */
export function ownMailboxIn(url: string, internalDomains: readonly string[]): string | undefined {
  if (internalDomains.length === 0) return undefined;
  const plain = decoded(url);
  const texts = [plain, ...(plain.match(encoded) ?? []).map(fromBase64)];
  for (const text of texts) {
    for (const [, host = ''] of text.matchAll(mailbox)) {
      const suffix = internalSuffix(host, internalDomains);
      if (suffix !== undefined) return suffix;
    }
  }
  return undefined;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function fromBase64(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
  } catch {
    return '';
  }
}
