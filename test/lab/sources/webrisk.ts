import { expressionsOf, siteUrl } from '../../../lib/core/safe-browsing-url';
import { indicators } from '../indicators';
import { hashOf } from '../safe-browsing';
import type { LabSource } from '../source';

const key = 'f6'.repeat(20);
const known = new Set([
  'MALWARE',
  'SOCIAL_ENGINEERING',
  'UNWANTED_SOFTWARE',
  'SOCIAL_ENGINEERING_EXTENDED_COVERAGE',
]);

const error = (status: number, reason: string, message: string, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: { error: { code: status, message, status: reason } },
});

const bad = indicators
  .filter(({ level, kind }) => level === 'malicious' && ['url', 'domain', 'ipv4'].includes(kind))
  .flatMap((one) => expressionsOf(siteUrl(one)).slice(0, 1))
  .map((expression) => Buffer.from(hashOf(expression)));

/** Web Risk's `hashes:search` (cloud.google.com/web-risk/docs/reference/rest/v1/hashes/search): one prefix, in web-safe base64. */
export default {
  id: 'webrisk',
  settings: (baseUrl) => ({ key, baseUrl }),
  limited: (seconds) =>
    error(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded', { 'Retry-After': String(seconds) }),

  answer({ method, url, headers }) {
    if (method !== 'GET' || url.pathname !== '/v1/hashes:search')
      return { status: 404, body: '<html></html>' };
    if (!headers['x-goog-api-key'])
      return error(403, 'PERMISSION_DENIED', 'Method doesn’t allow unregistered callers');
    if (headers['x-goog-api-key'] !== key)
      return error(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.');
    const [prefix, ...more] = url.searchParams.getAll('hashPrefix');
    const types = url.searchParams.getAll('threatTypes');
    const bytes = Buffer.from(prefix ?? '', 'base64url');
    if (more.length > 0 || /[+/]/.test(prefix ?? '') || bytes.length < 4 || bytes.length > 32)
      return error(400, 'INVALID_ARGUMENT', 'Invalid hash prefix.');
    if (types.length === 0 || types.some((type) => !known.has(type)))
      return error(400, 'INVALID_ARGUMENT', 'Invalid threat types.');
    const found = bad.filter((hash) => hash.subarray(0, bytes.length).equals(bytes));
    const expireTime = new Date(Date.now() + 300_000).toISOString();
    const threats = found.map((hash) => ({
      hash: hash.toString('base64'),
      threatTypes: ['MALWARE'],
      expireTime,
    }));
    return {
      status: 200,
      body: { ...(threats.length > 0 ? { threats } : {}), negativeExpireTime: expireTime },
    };
  },
} satisfies LabSource;
