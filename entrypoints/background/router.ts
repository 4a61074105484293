import browser, { type Runtime } from 'webextension-polyfill';
import { clip } from '../../lib/core/clip';
import { fail, type Result } from '../../lib/core/failure';
import type { Messages, Name } from '../../lib/messages';
import { requestSchemas } from './schemas';

/** Who sent a message: one of our own pages, or the page script of a tab. */
export interface Sender {
  readonly page: boolean;
  readonly tabId: number | undefined;
  readonly windowId: number | undefined;
  readonly frameId: number;
  /** The browser's name for the document in that frame; empty where it has none (Firefox of old). */
  readonly document: string;
  /** It is the one in the frame: neither left, nor loaded ahead. True where the browser does not tell. */
  readonly active: boolean;
  /** Origin of the frame, and of the tab it is in. Empty where the browser does not tell. */
  readonly origin: string;
  readonly tabOrigin: string;
  /** Host and path of the tab, else of the frame, without query and fragment: they often hold what nobody should keep. */
  readonly place: string;
}

export type Handlers = {
  readonly [N in Name]: (
    request: Messages[N]['request'],
    sender: Sender,
  ) => Promise<Result<Messages[N]['reply']>> | Result<Messages[N]['reply']>;
};

/** What a page script may send. Everything else is refused when it comes from a page. */
const fromPages: ReadonlySet<Name> = new Set<Name>([
  'page.hello',
  'page.front',
  'page.found',
  'page.visible',
  'page.card',
  'page.left',
  'page.pointer',
  'report.get',
  'enrich',
  'source.ask',
  'report.open',
  'draft.open',
  'hide',
]);

export const originOf = (url: string | undefined): string => {
  const parsed = url === undefined ? null : URL.parse(url);
  return parsed === null || parsed.origin === 'null' ? '' : parsed.origin;
};

/** Characters of a path that are kept. */
const longestPath = 256;

function placeOf(url: string | undefined): string {
  const parsed = url === undefined ? null : URL.parse(url);
  return parsed === null ? '' : clip(parsed.host + parsed.pathname, longestPath);
}

/** The types of webextension-polyfill do not have these yet. */
interface RawSender extends Runtime.MessageSender {
  readonly documentId?: string;
  readonly documentLifecycle?: 'active' | 'cached' | 'pending_deletion' | 'prerender';
}

function senderOf(raw: RawSender): Sender {
  const own = raw.url?.startsWith(browser.runtime.getURL('')) === true;
  return {
    page: !own,
    tabId: raw.tab?.id,
    windowId: raw.tab?.windowId,
    frameId: raw.frameId ?? 0,
    document: raw.documentId ?? '',
    active: (raw.documentLifecycle ?? 'active') === 'active',
    origin: originOf(raw.url),
    tabOrigin: originOf(raw.tab?.url),
    place: placeOf(raw.tab?.url ?? raw.url),
  };
}

/** Checks who asks and what, then answers. Handlers run synchronously up to their first `await`: panels open there. */
export function route(handlers: Handlers): void {
  const answer = (message: unknown, raw: Runtime.MessageSender): Promise<Result<unknown>> | undefined => {
    if (raw.id !== browser.runtime.id || !isNamed(message)) return undefined;
    const schema = requestSchemas[message.name];
    const sender = senderOf(raw);
    if (sender.page && !fromPages.has(message.name)) {
      return Promise.resolve(fail('rejected', 'Pages may not ask this.'));
    }
    const request = schema.safeParse(message.request);
    if (!request.success) return Promise.resolve(fail('rejected', 'This request is not understood.'));
    return settle(() => dispatch(handlers, message.name, request.data, sender));
  };
  browser.runtime.onMessage.addListener(
    answer as Parameters<typeof browser.runtime.onMessage.addListener>[0],
  );
}

/** The one place where a name and its request type part: the schema has just proved that they belong together. */
function dispatch(handlers: Handlers, name: Name, request: unknown, sender: Sender) {
  const handler = handlers[name] as (
    request: unknown,
    sender: Sender,
  ) => Promise<Result<unknown>> | Result<unknown>;
  return handler(request, sender);
}

/** A bug in a handler must not look like silence. */
async function settle(run: () => Promise<Result<unknown>> | Result<unknown>): Promise<Result<unknown>> {
  try {
    return await run();
  } catch (error) {
    return fail(
      'bad-answer',
      `Sightline failed inside: ${error instanceof Error ? error.message : 'unknown'}.`,
    );
  }
}

function isNamed(message: unknown): message is { name: Name; request: unknown } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'name' in message &&
    typeof message.name === 'string' &&
    Object.hasOwn(requestSchemas, message.name)
  );
}
