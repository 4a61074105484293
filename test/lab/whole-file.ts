import { createHash } from 'node:crypto';
import type { Asked, Reply } from './reply';

/** Files by path, each answered whole. */
type Files = Readonly<Record<string, string>>;

/** What the files of a lab were last changed; the lab does not change them. */
const changed = 'Mon, 23 Nov 2026 06:00:00 GMT';

/**
 * A web server with files (RFC 9110): GET alone, an ETag and a date for each, and 304 for whoever has the newest copy. A
 * question about anything but a file, or one that says more than which file, is refused.
 */
export function serveFile({ method, url, headers }: Asked, files: Files): Reply {
  const body = files[url.pathname];
  if (body === undefined) return { status: 404, body: '<!doctype html><title>404 Not Found</title>' };
  if (method !== 'GET') return { status: 405, headers: { Allow: 'GET' } };
  if (url.search !== '') return { status: 400, body: '<!doctype html><title>400 Bad Request</title>' };
  const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
  const tags = { ETag: etag, 'Last-Modified': changed };
  const newest = headers['if-none-match'] === etag;
  return newest
    ? { status: 304, headers: tags }
    : { status: 200, headers: { ...tags, 'Content-Type': typeOf(url.pathname) }, body };
}

const typeOf = (path: string): string =>
  path.endsWith('.json') ? 'application/json' : path.endsWith('.csv') ? 'text/csv' : 'text/plain';

/** An export of an abuse.ch platform: the Auth-Key stands in the path, and a wrong one is told in JSON. */
export function serveExport(asked: Asked, key: string, name: string, body: string): Reply {
  const folder = '/v2/files/exports/';
  const { pathname } = asked.url;
  const given = pathname.startsWith(folder) ? pathname.slice(folder.length).split('/') : [];
  if (given.length === 2 && given[0] !== key) {
    return { status: 403, body: { query_status: 'unknown_auth_key' } };
  }
  return serveFile(asked, { [`${folder}${key}/${name}`]: body });
}

/** How a web server says "too often". */
export const tooOften = (seconds: number): Reply => ({
  status: 429,
  headers: { 'Retry-After': String(seconds) },
  body: '<!doctype html><title>429 Too Many Requests</title>',
});
