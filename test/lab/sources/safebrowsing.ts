import { expressionsOf } from '../../../lib/core/safe-browsing-url';
import { indicators } from '../indicators';
import { hashOf, searchAnswer } from '../safe-browsing';
import type { LabSource } from '../source';

const key = 'e5'.repeat(20);

const error = (status: number, reason: string, message: string, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: { error: { code: status, message, status: reason } },
});

const bad = indicators
  .filter(
    ({ level, kind }) => level === 'malicious' && (kind === 'url' || kind === 'domain' || kind === 'ipv4'),
  )
  .flatMap(({ kind, value }) => expressionsOf(kind === 'url' ? value : `http://${value}/`).slice(0, 1))
  .map((expression) => ({ hash: hashOf(expression), threat: 1 }));

/** Safe Browsing v5 `hashes:search`: prefixes of exactly four bytes, at most 1,000; protocol buffers. */
export default {
  id: 'safebrowsing',
  settings: (baseUrl) => ({ key, baseUrl }),
  limited: (seconds) =>
    error(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded', { 'Retry-After': String(seconds) }),

  answer({ method, url, headers }) {
    if (method !== 'GET' || url.pathname !== '/v5/hashes:search')
      return { status: 404, body: '<html></html>' };
    if (!headers['x-goog-api-key'])
      return error(403, 'PERMISSION_DENIED', 'Method doesn’t allow unregistered callers');
    if (headers['x-goog-api-key'] !== key) {
      return error(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.');
    }
    const asked = url.searchParams.getAll('hashPrefixes').map((text) => Buffer.from(text, 'base64'));
    if (asked.length === 0 || asked.length > 1000 || asked.some(({ length }) => length !== 4)) {
      return error(400, 'INVALID_ARGUMENT', 'Hash prefixes must be four bytes.');
    }
    const found = bad.filter(({ hash }) => asked.some((prefix) => prefix.equals(hash.subarray(0, 4))));
    return { status: 200, headers: { 'Content-Type': 'application/x-protobuf' }, body: searchAnswer(found) };
  },
} satisfies LabSource;
