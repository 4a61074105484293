import { patternOf } from './origin-pattern';

/** Words for a form field whose address `isBaseUrl` refuses. */
export const notBaseUrl = 'An address such as https://host.example, without user name, question mark or hash';

/** An http(s) address that a path can be added to: no credentials (they would be shown), no query, no fragment. */
export function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  return web && url.username === '' && url.password === '' && !/[?#]/.test(text);
}

/** Title and description of the switch that marks the choice of plain http. */
export const plainHttpField = {
  title: 'Allow plain http',
  description: 'Keys and IOCs then cross the network readable by anybody on the way.',
} as const;

/** Why `baseUrl` may not be used, in words: plain http is accepted for loopback, or by an explicit choice. */
export function addressProblem(baseUrl: string, plainHttp: boolean): string | null {
  if (!isBaseUrl(baseUrl)) return `Needs ${notBaseUrl.charAt(0).toLowerCase()}${notBaseUrl.slice(1)}.`;
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol === 'https:' || plainHttp || isLoopback(hostname)) return null;
  return 'The address is plain http. Use https, or allow plain http below it.';
}

/** Loopback by name or number (RFC 6761, 6.3; RFC 1122, 3.2.1.3; RFC 4291, 2.5.3). */
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127\.\d+\.\d+\.\d+$/.test(hostname);

/** The match patterns that a grant is asked for: one, or none where the address is not usable. */
export const originPattern = (baseUrl: string): string[] => (isBaseUrl(baseUrl) ? [patternOf(baseUrl)] : []);

/** `path` (with a leading slash) under `baseUrl`, whose own path is kept. */
export const under = (baseUrl: string, path: string): string => baseUrl.replace(/\/+$/, '') + path;
