import { indicators, type Known } from '../indicators';
import type { LabSource } from '../source';

const user = 'analyst@corp.example';
const key = 'e5'.repeat(20);

/** Values of a filter that is nothing but quoted values joined by OR; null for any other. */
function valuesOf(filter: string): string[] | null {
  const value = String.raw`value="(?:[^"\\]|\\["\\])*"`;
  if (!new RegExp(`^\\(${value}(?: OR ${value})*\\)$`).test(filter)) return null;
  return [...filter.matchAll(/value="((?:[^"\\]|\\["\\])*)"/g)].map(([, text = '']) =>
    text.replaceAll(/\\(["\\])/g, '$1'),
  );
}

const weights = {
  malicious: { status: 'active', confidence: 92, meta: { severity: 'high' } },
  suspicious: { status: 'active', confidence: 48, meta: { severity: 'medium' } },
  unknown: { status: 'inactive', confidence: 100, meta: { severity: 'high' } },
  benign: { status: 'falsepos', confidence: 100, meta: { severity: 'high' } },
} as const;

const recordOf = ({ value, level }: Known, id: number) =>
  level === null ? [] : [{ id, value, ...weights[level], itype: 'apt_ip', source: 'Lab feed', tags: null }];

/** ThreatStream's `GET /api/v2/intelligence/`: filter language in `q`, ten values at most, `apikey USER:KEY`. */
export default {
  id: 'threatstream',
  settings: (baseUrl) => ({ baseUrl, user, key }),
  limited: (seconds) => ({
    status: 429,
    headers: { 'Retry-After': String(seconds) },
    body: { error: 'Too many requests' },
  }),

  answer({ method, url, headers }) {
    if (url.pathname !== '/api/v2/intelligence/') return { status: 404, body: '<html>Not Found</html>' };
    if (method !== 'GET') return { status: 405, body: '' };
    if (headers['authorization'] !== `apikey ${user}:${key}`) return { status: 401, body: '' };
    if (url.href.length > 8000) return { status: 414, body: '<html>URI Too Long</html>' };
    const values = valuesOf(url.searchParams.get('q') ?? '');
    const limit = Number(url.searchParams.get('limit') ?? 20);
    if (values === null || values.length > 10 || !(limit >= 1 && limit <= 1000)) {
      return { status: 400, body: { message: 'Invalid search query' } };
    }
    const objects = values.flatMap((value, at) => {
      const one = indicators.find((known) => known.value === value);
      return one ? recordOf(one, at) : [];
    });
    const meta = { total_count: objects.length, offset: 0, limit, took: 3, next: null };
    return { status: 200, body: { objects: objects.slice(0, limit), meta } };
  },
} satisfies LabSource;
