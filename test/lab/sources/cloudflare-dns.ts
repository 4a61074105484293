import { find } from '../indicators';
import type { LabSource } from '../source';

/** Cloudflare's filtering DNS over HTTPS in JSON: what is blocked leads to 0.0.0.0, with an extended error in `Comment`. */
export default {
  id: 'cloudflare-dns',
  settings: (baseUrl) => ({ baseUrl }),
  limited: (seconds) => ({ status: 429, headers: { 'Retry-After': String(seconds) } }),

  answer({ method, url, headers }) {
    if (method !== 'GET' || url.pathname !== '/dns-query') return { status: 404, body: '' };
    if (headers['accept'] !== 'application/dns-json') return { status: 415, body: '' };
    const name = url.searchParams.get('name') ?? '';
    if (!/^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/.test(name))
      return { status: 400, body: { error: 'Invalid query name.' } };
    const known = find('domain', name);
    const Question = [{ name, type: 1 }];
    if (!known) return { status: 200, body: { Status: 3, TC: false, Question, Authority: [] } };
    const blocked = known.level === 'malicious';
    const Answer = [{ name, type: 1, TTL: 60, data: blocked ? '0.0.0.0' : '192.0.2.1' }];
    return {
      status: 200,
      body: {
        Status: 0,
        TC: false,
        Question,
        Answer,
        ...(blocked ? { Comment: ['EDE(16): Censored'] } : {}),
      },
    };
  },
} satisfies LabSource;
