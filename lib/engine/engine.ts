import type { Attention } from '../core/attention';
import type { BatchPreview } from '../core/batch-cost';
import type { ShortRows } from '../core/short-rows';
import type { Priority } from '../core/draft';
import type { Filing, Report, Trigger } from '../core/enrichment';
import type { Result } from '../core/failure';
import type { ListEntry } from '../core/ioc-list-entry';
import type { Seen } from '../core/seen';
import type { Level } from '../core/verdict';
import type { Ioc } from '../ioc';
import type { SourceInUse } from './deps';
import type { Trial } from './try-source';
import type { Batch, BudgetState, DraftState, FileState, ListState, Listed, Mark } from '../screens';

/**
 * Called with the keys of indicators whose report, mark or filing changed; many changes come as one call. No keys: a list
 * changed, which may concern any of them.
 */
export type Listener = (keys: readonly string[]) => void;

/** What the background can ask of the engine. Every method may be called before `resume` has ended. */
export interface Engine {
  /** Call at every worker start: takes up open runs, batches and filings that the last worker left. */
  resume(): Promise<void>;
  /** Call for every alarm. Answers false where the alarm is not the engine's. */
  onAlarm(name: string): Promise<boolean>;
  /** Call after any change of settings, keys or grants: sources are read again, what waited for the change is retried. */
  reconsider(): Promise<void>;
  onChange(listener: Listener): () => void;

  /**
   * Opens an Enrichment for each indicator, or a new run under the known one; a run in progress is joined.
   * `hover` and `auto` start nothing where the last run is still current, `auto` nothing above the daily ceiling.
   * `again` runs even then, past the cache: every source is asked once more, but those that are asked on demand only.
   * Where that fails, the fresh answer from before stays.
   * `seen` says where the analyst met it; it is kept with the Enrichment, whether a run starts or not.
   */
  enrich(iocs: readonly Ioc[], trigger: Trigger, again?: boolean, seen?: Seen): Promise<void>;
  /**
   * No page waits for these any more. What only pages asked for (`hover`, `auto`), in this life of the worker, and was not
   * sent yet, is not sent; what a source said before stays. What is out comes back. Whoever else wants it keeps it.
   */
  leave(keys: readonly string[]): Promise<void>;
  /** A person looks at the report of this indicator: what a page began is no longer dropped with the page. */
  look(key: string): Promise<void>;
  /** Notes where a known indicator was met, and asks nobody. */
  see(key: string, seen: Seen): Promise<void>;
  /**
   * Asks one source that ordinary runs leave out (`onDemand`), within its budget and after every check. What the others said last
   * stays as it is. False where the source is off or does not know the kind.
   */
  askAlso(ioc: Ioc, provider: string): Promise<boolean>;
  /**
   * Submits an indicator to a source, in the way of this name, after every check. It is sent once, whatever happens; its
   * result opens a run. The report says how far it is. A failure where it was not sent.
   */
  submit(ioc: Ioc, provider: string, submit: string): Promise<Result<null>>;
  /** What can be shown at once: last level, cache and local lists. Asks nobody. One mark for each, in order. */
  known(iocs: readonly Ioc[]): Promise<readonly Mark[]>;
  listed(iocs: readonly Ioc[]): Promise<readonly Listed[]>;
  /** Enrichments, newest run first, those whose last run started before `before`. */
  history(before: number | null, limit: number): Promise<readonly Listed[]>;
  report(key: string): Promise<Report | null>;
  enrichments(): Promise<number>;
  hide(key: string, hidden: boolean): Promise<void>;
  /** Sets the analyst's own verdict, or with a level of null takes it back. Nothing happens without an Enrichment. */
  override(key: string, level: Level | null, reason: string): Promise<void>;

  /** What a batch would cost at each source; asks nobody. */
  preview(iocs: readonly Ioc[]): Promise<BatchPreview>;
  startBatch(iocs: readonly Ioc[], title: string): Promise<Batch>;
  batch(id: string): Promise<Batch | null>;
  lastBatch(): Promise<Batch | null>;
  /** The rows of a batch in short, and which of them name these words; none for an unknown batch. */
  batchRows(id: string, words: string): Promise<ShortRows>;
  /** The same of any indicators; `name` is the list's, of which one is kept in memory. */
  shortRows(name: string, iocs: readonly Ioc[], words: string): Promise<ShortRows>;
  cancelBatch(id: string): Promise<void>;

  /** Asks a source, switched on or not, about its own sample: what the test button does. */
  trySource(source: SourceInUse): Promise<Trial>;
  /** One row for each limit of each source that is on. */
  budgets(): Promise<readonly BudgetState[]>;

  /** The draft of an Investigation, edits included; null for an indicator without Enrichment. */
  draft(key: string): Promise<DraftState | null>;
  saveDraft(key: string, edits: DraftEdits): Promise<void>;
  /** Files by hand, held and failed ones too. Answers where it stands; the rest comes by `onChange`. */
  file(key: string): Promise<Filing | null>;
  /** Files every Investigation that the ceiling held back; how many there were. */
  fileHeld(): Promise<number>;

  /**
   * Replaces the list of that name, in slices; until it is whole, the old one answers. Null stands for a line that was
   * not understood. Null where no entry was: the old list stays.
   */
  importList(
    list: Pick<ListState, 'name' | 'level'>,
    entries: Iterable<ListEntry | null>,
  ): Promise<ListState | null>;
  removeList(name: string): Promise<void>;
  lists(): Promise<readonly ListState[]>;
  /** The lists that the sources in use download and keep. */
  files(): Promise<readonly FileState[]>;

  /** Text that outlives a closed popup; empty text forgets it. */
  scratch(name: string): Promise<string>;
  setScratch(name: string, text: string): Promise<void>;

  /** What only a person can settle. */
  attention(): Promise<Attention>;
  /** Stops everything and forgets everything. */
  deleteAll(): Promise<void>;
}

export interface DraftEdits {
  readonly title: string;
  readonly body: string;
  readonly priority: Priority;
}
