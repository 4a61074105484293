import type { Bearer } from './bearer';
import { attributeOf, hasAttribute, isElement, parentOf } from './dom';
import type { RunText } from './run-text';
import { fromUrlDefense } from './url-defense';

/** The text of a link that only redirects, and where it leads. */
export interface Link {
  readonly run: RunText<Bearer>;
  readonly start: number;
  readonly end: number;
  readonly target: string;
}

/** Reads where a link leads out of its own address; null where it does not say. */
type Read = (href: string, query: (name: string) => string | null) => string | null;

/** One that carries the address in a parameter of its query, escaped once. The first of them that is there counts. */
const inQuery =
  (...names: readonly string[]): Read =>
  (_, query) => {
    for (const name of names) {
      const value = query(name);
      if (value !== null) return unescaped(value);
    }
    return null;
  };

/** Does not say the address, but the domain: that much is read. */
const onlyDomain =
  (name: string): Read =>
  (_, query) =>
    domain(query(name));

/** Cisco Secure Email: an opaque part, then the address, escaped or not. */
const cisco = /^https?:\/\/[^/]+\/[^/]+\/(.+)$/i;

/** Sophos: the address in base64, beside its domain; newer links hold the domain alone. */
const sophos: Read = (_, query) => {
  const packed = query('u');
  if (packed === null) return domain(query('d'));
  try {
    return atob((unescaped(packed) ?? '').replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return domain(query('d'));
  }
};

/** ServiceNow: mostly a page of the same instance, which is nobody's indicator. */
const serviceNow: Read = (href, query) => {
  const target = inQuery('uri', 'sysparm_url')(href, query);
  return target === null ? null : web(target, URL.parse(href)?.host);
};

/**
 * By the redirector's host and path. Learnt from links in public mail archives, bug reports and the makers' help pages.
 * Of Salesforce, Zendesk and Jira none is known that carries an address of another host.
 */
const redirectors: readonly (readonly [host: RegExp, path: RegExp, read: Read])[] = [
  [/\.safelinks\.protection\.(?:outlook\.com|office365\.us)$/, /^/, inQuery('url')],
  [/^statics\.teams\.cdn\.office\.net$/, /\/safelinks\//, inQuery('url')],
  [/^urldefense(?:\.proofpoint)?\.(?:com|us)$/, /^/, (href, query) => fromUrlDefense(href, query('u'))],
  [/^secure-web\.cisco\.com$/, /^/, (href) => unescaped(cisco.exec(href)?.[1] ?? '')],
  [/^linkprotect\.cudasvc\.com$/, /^\/url$/, inQuery('a')],
  [/(?:^|\.)mimecast(?:protect)?\.com$/, /^\/(?:s|r)\//, onlyDomain('domain')],
  [/\.protection\.sophos\.com$/, /^/, sophos],
  [/\.trendmicro\.com$/, /^\/wis\/clicktime\//, inQuery('url')],
  [/^clicktime\.symantec\.com$/, /^/, inQuery('u')],
  [/^link\.edgepilot\.com$/, /^/, inQuery('u')],
  [/^protect2?\.fireeye\.com$/, /^/, inQuery('u')],
  [/^(?:www\.)?google\.[a-z.]+$/, /^\/url$/, inQuery('q', 'url')],
  [/^(?:www\.)?youtube\.com$/, /^\/redirect$/, inQuery('q')],
  [/^lm?\.(?:facebook|instagram)\.com$/, /^/, inQuery('u')],
  [/^slack-redir\.net$/, /^\/link$/, inQuery('url')],
  [/^(?:www\.)?linkedin\.com$/, /^\/(?:safety\/go|redir\/)/, inQuery('url')],
  [/\.service-now\.com$/, /\.do$/, serviceNow],
];

/** Most links are none of these, and need no parsing to be told so. */
const likely =
  /^https?:\/\/[^/]*(?:safelinks|google|facebook|instagram|slack-redir|linkedin|urldefense|fireeye|youtube|cudasvc|teams\.cdn|secure-web\.cisco|mimecast|sophos|trendmicro|symantec|edgepilot|service-now)/i;

/** A mail may go through several gateways, each of which wraps what the one before it wrote. */
const deepest = 6;

/**
 * Where a link really leads, when its own address only redirects there (mail gateways, chat, search), through all layers.
 * A domain alone where the gateway tells no more. Null for every other link, and for one that is cut or broken: then its
 * text is what is read.
 */
export function targetOf(href: string): string | null {
  let target: string | null = null;
  for (let at = href, layer = 0; layer < deepest; layer += 1) {
    const inner = step(at);
    if (inner === null) break;
    target = inner;
    at = inner;
  }
  return target;
}

function step(href: string): string | null {
  if (!likely.test(href)) return null;
  const url = URL.parse(href);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const { hostname, pathname } = url;
  for (const [host, path, read] of redirectors) {
    if (!host.test(hostname) || !path.test(pathname)) continue;
    const inner = read(href, (name) => inSearch(url.search, name));
    return inner === null ? null : (domain(inner) ?? web(inner));
  }
  return null;
}

/** The value as it stands there: a broken escape must show. */
function inSearch(search: string, name: string): string | null {
  for (const pair of search.slice(1).split('&')) {
    const at = pair.indexOf('=');
    if (at !== -1 && pair.slice(0, at).replace(/^amp;/, '') === name) return pair.slice(at + 1);
  }
  return null;
}

/** Null where an escape is broken: the link was cut, and what is left of it leads elsewhere. */
function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' ')).trim();
  } catch {
    return null;
  }
}

/** An address of the web; with `not`, on another host than that. */
function web(text: string, not?: string): string | null {
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null;
  return url === null || url.host === not ? null : text;
}

const domain = (text: string | null): string | null =>
  text !== null && /^(?:[a-z0-9_-]+\.)+[a-z0-9-]{2,}$/i.test(text) ? text : null;

/** Atlassian's smart link: its text is the title of what it leads to, and its address stands in `href` alone. */
const smartView = /^(?:inline|block|embed)-card-.*view$/;

const isCard = (at: Node | null): boolean =>
  at !== null &&
  isElement(at) &&
  (hasAttribute(at, 'data-inline-card') || smartView.test(attributeOf(at, 'data-testid') ?? ''));

/** Where an `a` leads that does not say so in its text: a redirector, or a smart link to another host than this page's. */
export function leadsTo(link: Element): string | null {
  const href = attributeOf(link, 'href') ?? '';
  return targetOf(href) ?? (isCard(link) || isCard(parentOf(link)) ? web(href, location.host) : null);
}
