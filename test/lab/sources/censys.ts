import { find } from '../indicators';
import type { Reply } from '../reply';
import type { LabSource } from '../source';

const key = `censys_${'f6'.repeat(16)}`;

const problem = (status: number, title: string, detail: string, headers = {}): Reply => ({
  status,
  headers: { 'Content-Type': 'application/problem+json', ...headers },
  body: { title, status, detail },
});

/** Censys' Platform API (docs.censys.com/reference): `GET /v3/global/asset/host/ADDRESS`, a bearer token, problem documents. */
export default {
  id: 'censys',
  settings: (baseUrl) => ({ baseUrl, key }),
  limited: (seconds) =>
    problem(429, 'Too Many Requests', 'Too many concurrent requests', { 'Retry-After': String(seconds) }),

  answer({ method, url, headers }) {
    const value = /^\/v3\/global\/asset\/host\/([^/]+)$/.exec(url.pathname)?.[1];
    if (value === undefined) return problem(404, 'Not Found', 'No such endpoint');
    if (method !== 'GET') return problem(405, 'Method Not Allowed', 'Use GET');
    if (headers['authorization'] !== `Bearer ${key}`) {
      return problem(401, 'Unauthorized', 'Access credentials are invalid');
    }
    if (url.searchParams.has('organization_id')) return problem(403, 'Forbidden', 'Not your organization');
    if (!/^\d{1,3}(\.\d{1,3}){3}$|^[0-9a-f:]+$/.test(value)) {
      return problem(422, 'Unprocessable Entity', 'host_id is not an address');
    }
    const exposed = (find('ipv4', value) ?? find('ipv6', value))?.exposed;
    if (!exposed) return problem(404, 'Not Found', 'Host not found');
    const threats = exposed.tags?.includes('c2') ? [{ name: 'Lab RAT', confidence: 1 }] : null;
    const seen = { protocol: 'HTTP', transport_protocol: 'tcp', scan_time: '2026-11-20T06:45:37Z' };
    const services = exposed.ports.map((port) => Object.assign({ port, labels: null, threats }, seen));
    const autonomous_system = { asn: 64500, name: 'EXAMPLE-AS', bgp_prefix: '203.0.113.0/24' };
    const resource = { ip: value, services, autonomous_system, location: { country: 'Netherlands' } };
    return { status: 200, body: { result: { resource, extensions: {} } } };
  },
} satisfies LabSource;
