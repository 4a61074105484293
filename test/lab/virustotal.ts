import { find, type Known } from './indicators';
import type { Asked, Reply } from './reply';
import { type Piece, serve } from './serve';

export interface VirusTotal extends Piece {
  readonly key: string;
  /** Answers more than this many requests in a minute, or in all, with 429. */
  limit(quota: { readonly perMinute?: number; readonly total?: number }): void;
  /** What is answered from now on for this indicator, before the table of the lab. */
  learn(known: Known): void;
}

const key = 'a1'.repeat(32);

/**
 * VirusTotal API v3 as documented (docs.virustotal.com/reference): GET only, header `x-apikey`, URLs named by the
 * unpadded base64url of the address, errors as `{"error":{"code","message"}}`.
 */
export async function startVirusTotal(): Promise<VirusTotal> {
  const learnt: Known[] = [];
  const served: number[] = [];
  let quota: { perMinute?: number; total?: number } = {};

  const spent = (now: number): boolean => {
    const minute = served.filter((at) => at > now - 60_000).length;
    return minute >= (quota.perMinute ?? Infinity) || served.length >= (quota.total ?? Infinity);
  };
  const look = (kind: string, value: string): Known | undefined =>
    learnt.findLast((one) => one.kind === kind && one.value === value) ?? find(kind, value);

  const piece = await serve('virustotal', (asked) => {
    const refused = refuse(asked);
    if (refused) return refused;
    if (spent(Date.now())) {
      return error(429, 'QuotaExceededError', 'Quota exceeded', { 'Retry-After': '60' });
    }
    served.push(Date.now());
    return answer(asked, look);
  });
  return {
    ...piece,
    key,
    limit(next) {
      quota = { ...next };
      served.length = 0;
    },
    learn: (known) => void learnt.push(known),
  };
}

function refuse({ method, headers }: Asked): Reply | null {
  const given = headers['x-apikey'];
  if (!given) return error(401, 'AuthenticationRequiredError', 'X-Apikey header is missing');
  if (given !== key) return error(401, 'WrongCredentialsError', 'Wrong API key');
  if (method !== 'GET') return error(405, 'BadRequestError', 'Only looking up is allowed here');
  return null;
}

function answer({ url }: Asked, look: (kind: string, value: string) => Known | undefined): Reply {
  const [, api, version, collection = '', id = '', ...rest] = url.pathname.split('/');
  if (api !== 'api' || version !== 'v3' || rest.length > 0) return missing('Resource', url.pathname);
  const value = decodeURIComponent(id);
  switch (collection) {
    case 'ip_addresses': {
      const known = look('ipv4', value) ?? look('ipv6', value);
      if (!/^[\d.]+$|^[0-9a-f:]+$/.test(value)) {
        return error(400, 'InvalidArgumentError', `"${value}" is not a valid IP address`);
      }
      return known?.engines ? report('ip_address', value, known, address) : missing('IP address', value);
    }
    case 'domains': {
      if (!/^[a-z0-9.-]+$/.test(value)) {
        return error(400, 'InvalidArgumentError', `"${value}" is not a valid domain pattern`);
      }
      const known = look('domain', value);
      return known?.engines ? report('domain', value, known, {}) : missing('Domain', value);
    }
    case 'files': {
      const kind = { 32: 'md5', 40: 'sha1', 64: 'sha256' }[value.length];
      if (!kind || !/^[0-9a-f]+$/.test(value)) return missing('File', value);
      const known = look(kind, value);
      const more = { meaningful_name: 'update.bin', type_description: 'Win32 EXE' };
      return known?.engines ? report('file', sha256Of(known), known, more) : missing('File', value);
    }
    case 'urls': {
      // A padded or percent-encoded identifier names no URL: the real service answers 404 for it.
      const known = /^[\w-]+$/.test(id)
        ? look('url', Buffer.from(id, 'base64url').toString('utf8'))
        : undefined;
      return known?.engines
        ? report('url', sha256Of(known), known, { url: known.value })
        : missing('URL', id);
    }
    default:
      return missing('Resource', url.pathname);
  }
}

function report(type: string, id: string, known: Known, more: Record<string, unknown>): Reply {
  const { malicious = 0, suspicious = 0, harmless = 0, undetected = 0 } = known.engines ?? {};
  const stats = { harmless, malicious, suspicious, undetected, timeout: 0 };
  const attributes = {
    last_analysis_stats:
      type === 'file' ? { ...stats, 'confirmed-timeout': 0, failure: 1, 'type-unsupported': 4 } : stats,
    last_analysis_date: Math.floor(Date.now() / 1000) - 7200,
    reputation: -malicious,
    total_votes: { harmless: 0, malicious: Math.floor(malicious / 4) },
    tags: [],
    ...(known.label ? { popular_threat_classification: { suggested_threat_label: known.label } } : {}),
    ...more,
  };
  return { status: 200, body: { data: { id, type, links: { self: `/api/v3/${type}/${id}` }, attributes } } };
}

const address = { country: 'NL', asn: 64501, as_owner: 'Example Hosting B.V.' };

/** The answer names a file or a URL by its SHA-256; the lab's hashes are made up, so this one is derived. */
const sha256Of = ({ kind, value }: Known): string =>
  kind === 'sha256' ? value : Buffer.from(value).toString('hex').padEnd(64, '0').slice(0, 64);

const missing = (what: string, value: string): Reply =>
  error(404, 'NotFoundError', `${what} "${value}" not found`);

const error = (
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({ status, headers, body: { error: { code, message } } });
