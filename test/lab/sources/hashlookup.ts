import { find } from '../indicators';
import type { LabSource } from '../source';

const names = { md5: 'MD5', sha1: 'SHA-1', sha256: 'SHA-256' } as const;
type Kind = keyof typeof names;

const fileOf = (kind: Kind, hash: string) => {
  const level = find(kind, hash)?.level;
  if (level !== 'malicious' && level !== 'benign') return [];
  const more = level === 'malicious' ? { KnownMalicious: 'malshare.com' } : {};
  return [{ [names[kind]]: hash.toUpperCase(), FileName: 'update.bin', 'hashlookup:trust': 100, ...more }];
};

/** CIRCL's hashlookup (hashlookup.circl.lu): one hash by GET, many of one kind by POST; only MD5 and SHA-1 in bulk. */
export default {
  id: 'hashlookup',
  settings: (baseUrl) => ({ baseUrl }),
  limited: (seconds) => ({ status: 429, headers: { 'Retry-After': String(seconds) }, body: {} }),

  answer({ method, url, body }) {
    const [, kind, hash = ''] = /^\/lookup\/(md5|sha1|sha256)\/(\w+)$/.exec(url.pathname) ?? [];
    if (kind && method === 'GET') {
      const length = { md5: 32, sha1: 40, sha256: 64 }[kind as Kind];
      if (hash.length !== length) return { status: 400, body: { message: `${kind} value incorrect` } };
      const [file] = fileOf(kind as Kind, hash.toLowerCase());
      const missing = { message: `Non existing ${names[kind as Kind]}`, query: hash };
      return file ? { status: 200, body: file } : { status: 404, body: missing };
    }
    const [, bulk] = /^\/bulk\/(md5|sha1)$/.exec(url.pathname) ?? [];
    if (!bulk || method !== 'POST') return { status: 404, body: '<html>Not Found</html>' };
    const { hashes } = JSON.parse(body) as { hashes?: string[] };
    if (!Array.isArray(hashes)) return { status: 400, body: { message: 'JSON format incorrect' } };
    return { status: 200, body: hashes.flatMap((one) => fileOf(bulk as Kind, one.toLowerCase())) };
  },
} satisfies LabSource;
