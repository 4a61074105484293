import type { Draft, TicketState } from './core/draft';
import type { Enrichment, Filing } from './core/enrichment';
import type { Result } from './core/failure';
import type { HttpRequest } from './core/http';
import type { OutcomeState } from './core/outcome';
import type { RowHints } from './core/row-hints';
import type { Disclosure, TestReport } from './core/plugin';
import type { Level } from './core/verdict';
import type { VerdictPolicy } from './core/verdict-policy';
import type { Ioc, Kind } from './ioc';

export type Mode = 'known' | 'hover' | 'auto';

/** What the page script needs to know of its site. */
export interface PageState {
  readonly on: boolean;
  readonly mode: Mode;
  /** Names of the sources, in the order of their ticks. */
  readonly sources: readonly { readonly id: string; readonly name: string }[];
  /** Values of form fields are read too. */
  readonly formFields: boolean;
  /** How consoles name what stands in a row. */
  readonly hints: RowHints;
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
  readonly site: {
    readonly on: boolean;
    readonly granted: boolean;
    readonly mode: Mode;
    readonly formFields: boolean;
  } | null;
  /** The console that this tab shows, if it is one that Sightline knows. */
  readonly console: ConsoleState | null;
  readonly paused: boolean;
  /** Indicators that the tab shows. */
  readonly found: number;
  /** Origins of frames in this tab that are not switched on. */
  readonly otherOrigins: readonly string[];
}

/** A console that was recognised, and what its preset would ask for beyond the site itself. */
export interface ConsoleState {
  readonly name: string;
  readonly by: 'address' | 'looks';
  /** Patterns of frames of other origins that hold its tables and are not read yet. */
  readonly frames: readonly string[];
  /** Its pages keep in form fields what others show as text. */
  readonly formFields: boolean;
}

export interface Batch {
  readonly id: string;
  readonly title: string;
  readonly startedAt: number;
  readonly cancelled: boolean;
  /** IOCs in it. */
  readonly count: number;
  readonly done: number;
  readonly running: number;
  readonly waiting: number;
  /** In words, what sets the pace: "VirusTotal: 4 a minute, 48 to go". */
  readonly pace: string;
  /** Epoch milliseconds when it should be done, as far as budgets tell. */
  readonly until: number | null;
}

export interface BudgetState {
  readonly provider: string;
  readonly name: string;
  readonly left: number;
  readonly of: number;
  readonly per: number | 'day' | 'month';
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
  /** How far its judgement counts, 0 to 1: as shipped, and what the team set instead. Sources that judge only. */
  readonly weight?: { readonly own: number; readonly set: number | null };
  /** Ordinary Enrichments leave it out: asked only where a person names it. Sources that are asked over the network only. */
  readonly onDemand?: boolean;
  /** The administrator fixed it. */
  readonly managed: boolean;
  /** Lists it keeps whole in this browser; none for a source that is asked. */
  readonly files: readonly FileState[];
}

export interface OptionsState {
  readonly plugins: readonly PluginState[];
  readonly sites: readonly {
    readonly origin: string;
    readonly on: boolean;
    readonly mode: Mode;
    readonly granted: boolean;
    readonly frames: readonly string[];
    readonly formFields: boolean;
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
  readonly verdict: VerdictPolicy;
  readonly autoPerDay: number;
  readonly paused: boolean;
  readonly lists: readonly ListState[];
  readonly enrichments: number;
}

export interface ListState {
  readonly name: string;
  readonly level: Level;
  readonly entries: number;
  /** Lines that were not understood. */
  readonly skipped: number;
  readonly importedAt: number;
}

/** A list that a source keeps whole in this browser. */
export interface FileState {
  readonly provider: string;
  readonly name: string;
  readonly url: string;
  readonly entries: number;
  /** Lines that were not understood. */
  readonly skipped: number;
  /** When the copy at hand was known to be the newest; null where there is none. */
  readonly fetchedAt: number | null;
  /** When it is asked for next; null where it waits for a grant or a key. */
  readonly nextAt: number | null;
  /** Too old to tell what is not on it. */
  readonly old: boolean;
  /** Why the last attempt brought nothing. */
  readonly why?: string;
}

/** What an import understood and what it did not. */
export interface ImportState {
  readonly list: ListState;
  /** The first lines that were not understood. */
  readonly examples: readonly string[];
}

/** What a test button learnt: what was asked, what came back, what it cost. */
export interface TestState {
  readonly report: Result<TestReport>;
  readonly milliseconds: number;
  readonly requests: number;
}

/** What one expression of a described source yields from an answer, as JSON, or why it cannot be evaluated. */
export interface Explained {
  readonly field: string;
  readonly expression: string;
  readonly yields: string;
  readonly wrong: boolean;
}

/** A described source, asked once: the request without its key, the answer, and how it is read. */
export interface CustomTrial extends TestState {
  readonly request: HttpRequest;
  /** Null where no answer came. */
  readonly status: number | null;
  readonly body: string;
  readonly yields: readonly Explained[];
}

/** Sources that are described instead of programmed, and descriptions to start from. */
export interface CustomState {
  readonly sources: readonly { readonly id: string; readonly name: string; readonly text: string }[];
  readonly examples: readonly { readonly name: string; readonly text: string }[];
}

export type PanelView =
  | { readonly show: 'history' }
  | { readonly show: 'report'; readonly key: string }
  | { readonly show: 'draft'; readonly key: string }
  | { readonly show: 'batch'; readonly id: string }
  /** A right-click found nothing in this text. */
  | { readonly show: 'nothing'; readonly text: string };
