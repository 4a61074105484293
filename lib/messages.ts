import type { Attention } from './core/attention';
import type { Priority } from './core/draft';
import type { Filing, Report, Trigger } from './core/enrichment';
import type { Failure, Result } from './core/failure';
import type { Row } from './core/seen';
import type { BatchPreview } from './core/batch-cost';
import type { ShortRows } from './core/short-rows';
import type { Level } from './core/verdict';
import type { VerdictPolicy } from './core/verdict-policy';
import type { Ioc, Kind } from './ioc';
import type {
  Batch,
  BudgetState,
  CustomState,
  CustomTrial,
  DraftState,
  ImportState,
  Listed,
  Mark,
  Mode,
  OptionsState,
  PageState,
  PanelView,
  TabState,
  TestState,
} from './screens';

export type * from './screens';

type Message<Request, Reply> = { readonly request: Request; readonly reply: Reply };
/** Values by kind, one a line: thousands travel at once, and each by itself would cost as much as finding it. */
export type Gathered = Readonly<Partial<Record<Kind, string>>>;

type None = Record<never, never>;

/** Every message to the background: name, request, reply. The reply travels as a `Result`. */
export interface Messages {
  // From the page script. Everything else is refused when it comes from a page.
  'page.hello': Message<None, PageState>;
  /** Puts the script of card and badges into this frame, before the reply. */
  'page.front': Message<None, None>;
  /**
   * Indicators that appeared in or left this frame. Answers from the cache and local lists, and asks nobody; of an
   * indicator that is not in the reply nothing is known.
   */
  'page.found': Message<{ added: Gathered; removed: Gathered }, readonly Mark[]>;
  /** Mode `auto`: these are on screen now. Ignored in the other modes. */
  'page.visible': Message<{ iocs: readonly Ioc[] }, None>;
  /** The card opened on a trusted hover, focus or key. Enriches in the modes `hover` and `auto`; else only reads. */
  'page.card': Message<{ ioc: Ioc; row: Row }, Report | null>;

  /** The card closed, or this document was left: what was only asked for it and was not sent yet is dropped. */
  'page.left': Message<{ what: 'card' | 'page' }, None>;
  /** The pointer is in this frame; with `card`, its card is open and it waits for news. Passed on to all frames of the tab. */
  'page.pointer': Message<{ from: string; card: boolean }, None>;

  // From the card and from the extension's own pages.
  'report.get': Message<{ key: string }, Report | null>;
  /** `row` is what stands beside a single indicator on the page it is asked from. */
  enrich: Message<{ iocs: readonly Ioc[]; trigger: Trigger; again?: boolean; row?: Row }, None>;
  /** Asks a source that ordinary Enrichments leave out. False where it is off or does not know the kind. */
  'source.ask': Message<{ ioc: Ioc; provider: string }, boolean>;
  /** Opens the panel (or a tab) at this report. Answered synchronously by the background. */
  'report.open': Message<{ key: string }, None>;
  /** Opens the draft of an Investigation in the panel (or a tab). */
  'draft.open': Message<{ key: string }, None>;
  hide: Message<{ key: string; hidden: boolean }, None>;

  // From the extension's own pages.
  /** Submits an indicator to a source, in the way the analyst chose by name. */
  'source.submit': Message<{ ioc: Ioc; provider: string; submit: string }, null>;
  'tab.state': Message<{ tabId: number }, TabState>;
  /** What the tab shows, in short, and which of it names the words. */
  'tab.rows': Message<{ tabId: number; words: string }, ShortRows>;
  /** Saved before the browser's prompt, which may close the popup; carried out when the grant arrives. */
  'site.want': Message<{ origin: string; tabId: number | null; frames?: readonly string[] }, None>;
  /** `frames` are added to those the site has. */
  'site.set': Message<
    { origin: string; on?: boolean; mode?: Mode; frames?: readonly string[]; formFields?: boolean },
    None
  >;
  'site.remove': Message<{ origin: string }, None>;
  pause: Message<{ paused: boolean }, None>;
  /** What it would cost; null where no IOC is in the text. Asks nobody. */
  'batch.preview': Message<{ text: string }, BatchPreview | null>;
  'batch.start': Message<{ text: string; title: string }, Batch | null>;
  'batch.get': Message<{ id: string }, Batch | null>;
  /** The newest batch, so that a popup that was closed finds it again. */
  'batch.last': Message<None, Batch | null>;
  /** Its rows in short, and which of them name the words. */
  'batch.rows': Message<{ id: string; words: string }, ShortRows>;
  /** The rows of these indicators, in order. */
  listed: Message<{ iocs: readonly Ioc[] }, readonly Listed[]>;
  'batch.cancel': Message<{ id: string }, None>;
  history: Message<{ before: number | null; limit: number }, readonly Listed[]>;
  budgets: Message<None, readonly BudgetState[]>;
  /** Text that must outlive a closed popup. Empty text forgets it. */
  'scratch.get': Message<{ name: string }, string>;
  'scratch.set': Message<{ name: string; text: string }, None>;
  'draft.get': Message<{ key: string }, DraftState>;
  'draft.save': Message<{ key: string; title: string; body: string; priority: Priority }, None>;
  /** The analyst's own verdict, remembered with its reason; a level of null takes it back. */
  'verdict.override': Message<{ key: string; level: Level | null; reason: string }, None>;
  'investigation.file': Message<{ key: string }, Filing>;
  /** What waits for a person, wherever they look. */
  attention: Message<None, Attention>;
  /** Files every draft that the hourly ceiling held back. */
  'held.file': Message<None, number>;
  'options.get': Message<None, OptionsState>;
  'plugin.set': Message<{ id: string; on?: boolean; settings?: Readonly<Record<string, unknown>> }, None>;
  /** Is a source left out of ordinary Enrichments, and asked only where a person names it? */
  'plugin.ondemand': Message<{ id: string; onDemand: boolean }, None>;
  'secret.set': Message<{ id: string; field: string; value: string }, None>;
  'plugin.test': Message<{ id: string }, TestState>;
  /** How far a source counts, 0 to 1; null for its own weight. */
  'plugin.weight': Message<{ id: string; weight: number | null }, None>;
  'investigations.set': Message<{ tracker?: string | null; automatic?: boolean; perHour?: number }, None>;
  'verdict.set': Message<{ rule?: VerdictPolicy['rule']; quorum?: number; staleDays?: number }, None>;
  'opsec.set': Message<Partial<OptionsState['opsec']> & { autoPerDay?: number }, None>;
  /** A long list comes in parts: all but the last were kept before, by `scratch.set` under `listPart(0)`, `listPart(1)`, … */
  'list.import': Message<{ name: string; text: string; level: Level; parts?: number }, ImportState>;
  'list.remove': Message<{ name: string }, None>;
  'custom.get': Message<None, CustomState>;
  /** Adds a described source, or replaces the one of its id. The reply is that id. */
  'custom.save': Message<{ text: string }, string>;
  'custom.remove': Message<{ id: string }, None>;
  'custom.try': Message<{ text: string; value: string }, CustomTrial>;
  'configuration.export': Message<None, string>;
  'configuration.import': Message<{ text: string }, None>;
  /** Forgets everything: Enrichments, cache, lists, settings, keys, grants. */
  'data.delete': Message<None, None>;
  /** What the panel should show when it opens. */
  'panel.view': Message<None, PanelView>;
}

/** Pushed by the background to the extension's own pages: read again what you show. */
export type Push =
  /** A list is being imported: lines read so far, and those of them that were not understood. */
  | { readonly push: 'importing'; readonly name: string; readonly lines: number; readonly skipped: number }
  | { readonly push: 'changed'; readonly keys: readonly string[] }
  | { readonly push: 'view'; readonly view: PanelView };

/** Under which name a part of a list waits for the others. */
export const listPart = (nth: number): string => `list part ${nth}`;

/** Pushed by the background to page scripts. */
export type PagePush =
  | { readonly push: 'marks'; readonly marks: readonly Mark[] }
  | { readonly push: 'state'; readonly state: PageState }
  /** Something about this site changed, or the worker forgot the tab: say `page.hello` again, then send
   * every indicator of this frame again as `page.found`. */
  | { readonly push: 'rejoin' }
  | { readonly push: 'report'; readonly report: Report }
  /** What a frame of this tab, which names itself so, said with `page.pointer`. */
  | { readonly push: 'pointer'; readonly from: string; readonly card: boolean }
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
