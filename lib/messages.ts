import type { Draft, Priority, TicketState } from './core/draft';
import type { Enrichment, Filing, Report, Trigger } from './core/enrichment';
import type { Failure, Result } from './core/failure';
import type { OutcomeState } from './core/outcome';
import type { Disclosure, TestReport } from './core/plugin';
import type { Level } from './core/verdict';
import type { Ioc, Kind } from './ioc';

export type Mode = 'known' | 'hover' | 'auto';

/** What the page script needs to know of its site. */
export interface PageState {
  readonly on: boolean;
  readonly mode: Mode;
}

/** How one indicator is drawn. `level: null` with `running: false` is the dotted line: no level. */
export interface Mark {
  readonly key: string;
  readonly level: Level | null;
  readonly running: boolean;
  /** The analyst does not want to see it marked. */
  readonly hidden: boolean;
}

/** A row of a list: one indicator with its skyline, one tick a source in the order of the options page. */
export interface Listed {
  readonly key: string;
  readonly ioc: Ioc;
  readonly level: Level | null;
  readonly running: boolean;
  /** One line: why. */
  readonly summary: string;
  readonly ticks: readonly {
    readonly provider: string;
    readonly state: OutcomeState;
    readonly level?: Level | null;
  }[];
  readonly at: number;
  /** Undefined before the first Enrichment. */
  readonly enrichment?: Enrichment;
}

export interface TabState {
  /** Null where no extension may run (browser pages, the store). */
  readonly origin: string | null;
  readonly site: { readonly on: boolean; readonly granted: boolean; readonly mode: Mode } | null;
  readonly paused: boolean;
  readonly found: readonly Listed[];
  /** Origins of frames in this tab that are not switched on. */
  readonly otherOrigins: readonly string[];
}

export interface Batch {
  readonly id: string;
  readonly title: string;
  readonly startedAt: number;
  readonly cancelled: boolean;
  readonly done: number;
  readonly running: number;
  readonly waiting: number;
  /** In words, what sets the pace: "VirusTotal: 4 a minute, 48 to go". */
  readonly pace: string;
  /** Epoch milliseconds when it should be done, as far as budgets tell. */
  readonly until: number | null;
  readonly rows: readonly Listed[];
}

export interface BudgetState {
  readonly provider: string;
  readonly name: string;
  readonly left: number;
  readonly of: number;
  readonly per: number | 'day';
  /** Closed until then: 429, refused key, back-off. */
  readonly closedUntil?: number;
  readonly closedWhy?: string;
}

export interface DraftState {
  readonly draft: Draft;
  readonly tracker: { readonly id: string; readonly name: string } | null;
  /** Tickets that already carry this indicator; a failure where the search failed. */
  readonly existing: Result<readonly TicketState[]>;
  readonly filing?: Filing;
}

/** One plug-in on the options page. */
export interface PluginState {
  readonly id: string;
  readonly name: string;
  readonly homepage: string;
  readonly shape: 'source' | 'tracker';
  readonly on: boolean;
  readonly granted: boolean;
  /** Match patterns to ask the browser for when it is switched on. */
  readonly origins: readonly string[];
  readonly kinds: readonly Kind[];
  readonly discloses: Disclosure | null;
  readonly terms?: { readonly words: string; readonly url: string };
  /** JSON Schema (`z.toJSONSchema`) of its settings; a property with `secret: true` is written, never read back. */
  readonly form: unknown;
  /** Without secrets. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Names of the secrets that are set. */
  readonly secretsSet: readonly string[];
  readonly missing: string | null;
  readonly budget: BudgetState | null;
  /** The administrator fixed it. */
  readonly managed: boolean;
}

export interface OptionsState {
  readonly plugins: readonly PluginState[];
  readonly sites: readonly {
    readonly origin: string;
    readonly on: boolean;
    readonly mode: Mode;
    readonly granted: boolean;
  }[];
  readonly investigations: {
    readonly tracker: string | null;
    readonly automatic: boolean;
    readonly perHour: number;
  };
  readonly opsec: {
    readonly tlp: string;
    readonly internalDomains: readonly string[];
    readonly internalRanges: readonly string[];
    readonly askReserved: boolean;
  };
  readonly autoPerDay: number;
  readonly paused: boolean;
  readonly lists: readonly ListState[];
  readonly enrichments: number;
}

export interface ListState {
  readonly name: string;
  readonly level: Level;
  readonly entries: number;
  readonly importedAt: number;
}

/** What an import understood and what it did not. */
export interface ImportState {
  readonly list: ListState;
  readonly skipped: number;
  /** The first lines that were not understood. */
  readonly examples: readonly string[];
}

/** What a test button learnt: what was asked, what came back, what it cost. */
export interface TestState {
  readonly report: Result<TestReport>;
  readonly milliseconds: number;
  readonly requests: number;
}

type Message<Request, Reply> = { readonly request: Request; readonly reply: Reply };
type None = Record<never, never>;

/** Every message to the background: name, request, reply. The reply travels as a `Result`. */
export interface Messages {
  // From the page script. Everything else is refused when it comes from a page.
  'page.hello': Message<None, PageState>;
  /** Indicators that appeared in or left this frame. Answers from the cache and local lists; asks nobody. */
  'page.found': Message<{ added: readonly Ioc[]; removed: readonly Ioc[] }, readonly Mark[]>;
  /** Mode `auto`: these are on screen now. Ignored in the other modes. */
  'page.visible': Message<{ iocs: readonly Ioc[] }, None>;
  /** The card opened on a trusted hover, focus or key. Enriches in the modes `hover` and `auto`; else only reads. */
  'page.card': Message<{ ioc: Ioc }, Report | null>;

  // From the card and from the extension's own pages.
  'report.get': Message<{ key: string }, Report | null>;
  enrich: Message<{ iocs: readonly Ioc[]; trigger: Trigger; again?: boolean }, None>;
  /** Opens the panel (or a tab) at this report. Answered synchronously by the background. */
  'report.open': Message<{ key: string }, None>;
  /** Opens the draft of an Investigation in the panel (or a tab). */
  'draft.open': Message<{ key: string }, None>;
  hide: Message<{ key: string; hidden: boolean }, None>;

  // From the extension's own pages.
  'tab.state': Message<{ tabId: number }, TabState>;
  /** Saved before the browser's prompt, which may close the popup; carried out when the grant arrives. */
  'site.want': Message<{ origin: string; tabId: number | null }, None>;
  'site.set': Message<{ origin: string; on?: boolean; mode?: Mode }, None>;
  'site.remove': Message<{ origin: string }, None>;
  pause: Message<{ paused: boolean }, None>;
  'batch.start': Message<{ text: string; title: string }, Batch | null>;
  'batch.get': Message<{ id: string }, Batch | null>;
  /** The newest batch, so that a popup that was closed finds it again. */
  'batch.last': Message<None, Batch | null>;
  'batch.cancel': Message<{ id: string }, None>;
  history: Message<{ before: number | null; limit: number }, readonly Listed[]>;
  budgets: Message<None, readonly BudgetState[]>;
  /** Text that must outlive a closed popup. Empty text forgets it. */
  'scratch.get': Message<{ name: string }, string>;
  'scratch.set': Message<{ name: string; text: string }, None>;
  'draft.get': Message<{ key: string }, DraftState>;
  'draft.save': Message<{ key: string; title: string; body: string; priority: Priority }, None>;
  'investigation.file': Message<{ key: string }, Filing>;
  /** Files every draft that the hourly ceiling held back. */
  'held.file': Message<None, number>;
  'options.get': Message<None, OptionsState>;
  'plugin.set': Message<{ id: string; on?: boolean; settings?: Readonly<Record<string, unknown>> }, None>;
  'secret.set': Message<{ id: string; field: string; value: string }, None>;
  'plugin.test': Message<{ id: string }, TestState>;
  'investigations.set': Message<{ tracker?: string | null; automatic?: boolean; perHour?: number }, None>;
  'opsec.set': Message<Partial<OptionsState['opsec']> & { autoPerDay?: number }, None>;
  'list.import': Message<{ name: string; text: string; level: Level }, ImportState>;
  'list.remove': Message<{ name: string }, None>;
  'configuration.export': Message<None, string>;
  'configuration.import': Message<{ text: string }, None>;
  /** Forgets everything: Enrichments, cache, lists, settings, keys, grants. */
  'data.delete': Message<None, None>;
  /** What the panel should show when it opens. */
  'panel.view': Message<None, PanelView>;
}

export type PanelView =
  | { readonly show: 'history' }
  | { readonly show: 'report'; readonly key: string }
  | { readonly show: 'draft'; readonly key: string }
  | { readonly show: 'batch'; readonly id: string }
  /** A right-click found nothing in this text. */
  | { readonly show: 'nothing'; readonly text: string };

/** Pushed by the background to the extension's own pages: read again what you show. */
export type Push =
  | { readonly push: 'changed'; readonly keys: readonly string[] }
  | { readonly push: 'view'; readonly view: PanelView };

/** Pushed by the background to page scripts. */
export type PagePush =
  | { readonly push: 'marks'; readonly marks: readonly Mark[] }
  | { readonly push: 'state'; readonly state: PageState }
  | { readonly push: 'report'; readonly report: Report }
  /** The analyst's keys, as browser commands. */
  | {
      readonly push: 'command';
      readonly command: 'next' | 'previous' | 'next-malicious' | 'card' | 'enrich' | 'copy';
    };

export type Name = keyof Messages;

export type Send = <N extends Name>(
  name: N,
  request: Messages[N]['request'],
) => Promise<Result<Messages[N]['reply']>>;

/** The failure a sender sees when the background cannot be reached (extension updated, page outlived it). */
export const unreachable: Failure = {
  code: 'offline',
  message: 'Sightline was updated or restarted. Reload this page.',
};
