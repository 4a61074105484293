/** Query parameters that carry the real address, by the redirector's host. */
const redirectors: readonly (readonly [host: RegExp, parameter: string])[] = [
  [/\.safelinks\.protection\.outlook\.com$/, 'url'],
  [/^(?:www\.)?google\.[a-z.]+$/, 'q'],
  [/^(?:www\.)?google\.[a-z.]+$/, 'url'],
  [/^(?:www\.)?youtube\.com$/, 'q'],
  [/^linkprotect\.cudasvc\.com$/, 'a'],
  [/^statics\.teams\.cdn\.office\.net$/, 'url'],
  [/^l\.facebook\.com$/, 'u'],
  [/^slack-redir\.net$/, 'url'],
  [/^(?:www\.)?linkedin\.com$/, 'url'],
  [/^urldefense\.proofpoint\.com$/, 'u'],
  [/^protect2?\.fireeye\.com$/, 'u'],
];

/** Most links are none of these, and need no parsing to be told so. */
const likely =
  /^https?:\/\/[^/]*(?:safelinks|google|facebook|slack-redir|linkedin|urldefense|fireeye|youtube|cudasvc|teams\.cdn)/i;

/** Proofpoint's second version writes `-` for `%` and `_` for `/`; the third has the address between underscores. */
const proofpoint2 = (value: string): string => value.replaceAll('-', '%').replaceAll('_', '/');
const proofpoint3 = /^\/v3\/__(.+?)__;/;

/**
 * Where a link really leads, when its own address only redirects there (mail gateways, chat, search).
 * Null for every other link: its text is what is read.
 */
export function targetOf(href: string): string | null {
  if (!likely.test(href)) return null;
  const url = URL.parse(href);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  if (url.hostname === 'urldefense.com') {
    const inner = proofpoint3.exec(url.pathname + url.search)?.[1];
    return inner === undefined ? null : web(inner.replace(/^(https?:)\/(?!\/)/, '$1//'));
  }
  for (const [host, parameter] of redirectors) {
    const value = host.test(url.hostname) ? url.searchParams.get(parameter) : null;
    if (value === null) continue;
    if (url.hostname !== 'urldefense.proofpoint.com' || url.pathname.startsWith('/v1/')) return web(value);
    try {
      return web(decodeURIComponent(proofpoint2(value)));
    } catch {
      return null;
    }
  }
  return null;
}

const web = (text: string): string | null => (/^https?:\/\//i.test(text) && URL.canParse(text) ? text : null);
