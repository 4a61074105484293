import { indicators } from '../indicators';
import type { LabSource } from '../source';

const key = '4b1d9c2e-7a53-4f0e-9d6b-2c8e5f7a9d10';
const keys: Readonly<Record<string, string>> = {
  'hashes.MD5': 'md5',
  'hashes.SHA-1': 'sha1',
  'hashes.SHA-256': 'sha256',
  'hashes.SHA-512': 'sha512',
};
const scores = { malicious: 90, suspicious: 60, unknown: 10, benign: 0 } as const;

interface Filters {
  readonly mode?: string;
  readonly filters?: readonly { key: string; values: string[]; operator: string; mode: string }[];
  readonly filterGroups?: unknown;
}

const error = (status: number, message: string, code: string) => ({
  status,
  body: { errors: [{ message, extensions: { code } }], data: null },
});

/** The one filter of a group in the form that OpenCTI takes since 5.12; undefined for any other. */
function filterOf(group: Filters | undefined) {
  const [filter, ...more] = group?.filters ?? [];
  if (group?.mode !== 'and' || !Array.isArray(group.filterGroups) || more.length > 0) return undefined;
  return filter?.operator === 'eq' && filter.mode === 'or' && Array.isArray(filter.values)
    ? filter
    : undefined;
}

/** OpenCTI's `POST /graphql` (docs.opencti.io): errors come with status 200, a question in another form with 400. */
export default {
  id: 'opencti',
  settings: (baseUrl) => ({ key, baseUrl }),
  limited: (seconds) => ({
    status: 429,
    headers: { 'Retry-After': String(seconds) },
    body: '<h1>429 Too Many Requests</h1>',
  }),

  answer({ method, url, headers, body }) {
    if (url.pathname !== '/graphql') return { status: 404, body: '<html>Not Found</html>' };
    if (method !== 'POST' || !headers['content-type']?.includes('json'))
      return error(400, 'POST body missing', 'BAD_REQUEST');
    if (headers['authorization'] !== `Bearer ${key}`)
      return error(200, 'You must be logged in to do this.', 'AUTH_REQUIRED');
    const { query, variables } = JSON.parse(body) as {
      query?: string;
      variables?: { observables?: Filters; indicators?: Filters; vulnerabilities?: Filters; first?: number };
    };
    if (/vulnerabilities\(filters: \$vulnerabilities, first: \$first\)/.test(query ?? '')) {
      const wanted = filterOf(variables?.vulnerabilities);
      if (wanted?.key !== 'name' || !(Number(variables?.first) > 0))
        return error(400, 'Variable "$vulnerabilities" got invalid value', 'BAD_USER_INPUT');
      const edges = indicators
        .filter(({ kind, value }) => kind === 'cve' && wanted.values.includes(value))
        .map(({ value }) => ({
          node: { id: `vulnerability-${value}`, name: value, x_opencti_cvss_base_score: 9.8 },
        }));
      return { status: 200, body: { data: { vulnerabilities: { edges } } } };
    }
    if (!/stixCyberObservables\(filters: \$observables, first: \$first\)/.test(query ?? ''))
      return error(400, 'Syntax Error', 'GRAPHQL_PARSE_FAILED');
    const observed = filterOf(variables?.observables);
    const named = filterOf(variables?.indicators);
    if (!observed || named?.key !== 'name' || !(Number(variables?.first) > 0))
      return error(400, 'Variable "$filters" got invalid value', 'BAD_USER_INPUT');
    const known = indicators.filter(
      ({ kind, value, level }) =>
        level !== null &&
        observed.values.includes(value) &&
        (keys[observed.key] === undefined ? observed.key === 'value' : keys[observed.key] === kind),
    );
    const stixCyberObservables = {
      edges: known.map(({ kind, value, level }) => ({
        node: {
          id: `observable-${value}`,
          entity_type: kind,
          observable_value: value,
          x_opencti_score: scores[level ?? 'unknown'],
          objectLabel: [{ value: 'lab' }],
          objectMarking: [{ definition: 'TLP:AMBER' }],
          indicators: {
            edges:
              level === 'malicious'
                ? [{ node: { id: `indicator-${value}`, name: value, x_opencti_score: 90, revoked: false } }]
                : [],
          },
        },
      })),
    };
    return { status: 200, body: { data: { stixCyberObservables, indicators: { edges: [] } } } };
  },
} satisfies LabSource;
