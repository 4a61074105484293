import type { z } from 'zod';
import type { Ioc, Kind } from '../ioc';
import type { Draft, TicketRef, TicketState } from './draft';
import type { Failure, Result } from './failure';
import type { Ask, HttpAnswer, HttpRequest } from './http';
import type { ListEntry } from './ioc-list-entry';
import type { Submit } from './submit';
import type { Tlp } from './tlp';
import type { Answer, Level } from './verdict';

/** A plug-in's settings. `.meta({ title, description, secret })` draws its form; `secret` keeps a field in the vault. */
export type Shape = z.ZodObject;

/**
 * How often a source may be asked: at most `requests` in any `per` milliseconds. `day` windows start at 00:00 UTC, `month`
 * windows at 00:00 UTC of the first.
 */
export interface Limit {
  readonly requests: number;
  readonly per: number | 'day' | 'month';
}

/** What a lookup tells whom. */
export interface Disclosure {
  /** `local`: nothing leaves. `private`: the team's own system. `passive`: a third party sees it. `public`: anybody may. */
  readonly class: 'local' | 'private' | 'passive' | 'public';
  /** One sentence for the options page: "Sees the IOC." */
  readonly words: string;
}

/** Rewrites the browser's own request headers for one host; applied by the background (declarativeNetRequest). */
export interface HeaderRule {
  /** Host name without port. */
  readonly domain: string;
  readonly methods: readonly ('get' | 'post' | 'put')[];
  readonly set: Readonly<Record<string, string>>;
  readonly remove: readonly string[];
}

interface Plugin<S extends Shape> {
  /** The file's name, for ever: it keys settings, cache rows and stored runs. */
  readonly id: string;
  readonly name: string;
  readonly homepage: string;
  readonly settings: S;
  /** Match patterns (`https://host/*`, never a port) that are requested when it is switched on. */
  origins(settings: z.infer<S>): readonly string[];
  /** What is still missing, in words ("Needs a key."), or `null` when it can be asked. */
  missing(settings: z.infer<S>): string | null;
  /** Terms a person must know before switching on, shown beside the key. */
  readonly terms?: { readonly words: string; readonly url: string };
}

/** A file that a source keeps whole in this browser, shipped as a snapshot and refreshed at run time. */
export interface DataFile {
  readonly name: string;
  readonly url: string;
  readonly snapshot: unknown;
  /** Refuses a download that is not this file (a login page, a cut body): the copy at hand is then kept. */
  valid(content: unknown): boolean;
  /** Milliseconds after which it is fetched again. */
  readonly maxAge: number;
}

/** Everything a lookup may touch. */
export interface LookupContext<S extends Shape> {
  readonly settings: z.infer<S>;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The data files the provider declared, by name: the newest valid copy or the snapshot. */
  readonly files: Readonly<Record<string, unknown>>;
}

/**
 * What one lookup brought. No record is an answer, not a failure. `fresh`: milliseconds that this one stays so, where the
 * source itself says.
 */
export type Reading =
  | { readonly is: 'answer'; readonly answer: Answer; readonly fresh?: number }
  | { readonly is: 'none'; readonly message: string; readonly fresh?: number }
  | { readonly is: 'failure'; readonly failure: Failure };

/** What the headers of an answer say of one of its budgets. */
export interface Quota {
  readonly per: Limit['per'];
  readonly of: number;
  readonly left: number;
  /** Epoch milliseconds when it starts anew. */
  readonly resetsAt?: number;
}

interface Source<S extends Shape> extends Plugin<S> {
  readonly kinds: readonly Kind[];
  readonly discloses: Disclosure;
  /** 0 to 1: how far its judgement counts. 0 for facts only. */
  readonly weight: number;
  /** A fresh install has it on; else the analyst switches it on. */
  readonly onByDefault: boolean;
}

/** Several indicators in one request. */
interface Batching<S extends Shape> {
  /** Indicators in one request at most. */
  readonly size: number;
  /** Only indicators with the same group share a request ("md5" and "sha1" have addresses of their own); one group unless told. */
  group?(ioc: Ioc): string;
  /** `iocs` holds 1 to `size` different indicators of one group. */
  request(iocs: readonly Ioc[], context: LookupContext<S>): HttpRequest;
  /** One reading for each indicator, in their order. Must never throw, whatever the body. */
  read(answer: HttpAnswer, iocs: readonly Ioc[], context: LookupContext<S>): readonly Reading[];
}

/** A source that is asked over the network: an indicator becomes a request, an answer becomes a reading. */
export interface AskedProvider<S extends Shape = Shape> extends Source<S> {
  readonly maxTlp: Tlp;
  readonly limits: readonly Limit[];
  /** The limits where a setting tells them (a premium key may ask more). */
  limitsBy?(settings: z.infer<S>): readonly Limit[];
  /** What an answer's headers say of the key's budget, whoever else uses it. Any status; must never throw. */
  quota?(answer: HttpAnswer): readonly Quota[];
  /** Limits hold for each host by itself (RDAP), not for the source as a whole. */
  readonly limitedByHost?: boolean;
  /** Requests that may be out at the same time; 4 unless told. */
  readonly together?: number;
  /** Its budget is too small for every Enrichment: asked only when a person names it, unless the settings say otherwise. */
  readonly scarce?: true;
  /** Milliseconds an answer and a "no record" stay fresh. */
  readonly fresh: { readonly found: number; readonly none: number };
  /** Files it keeps whole; where they come from may hang on a setting (a proxy). */
  files?(settings: z.infer<S>): readonly DataFile[];
  /**
   * What it is really asked about. `registrable-domain`: the engine takes the host of a URL and the domain of an email
   * address (`subjectOf` in `core/subject.ts`), cuts a domain to its registrable part by the Public Suffix List, and
   * hands that indicator to `request`, `read` and `link`; the cache row belongs to it too.
   */
  readonly subject?: 'registrable-domain';
  /**
   * Its answers allow any origin to read them (CORS), so it is asked without a grant of the host. `origins` then names
   * only what a setting adds (a proxy).
   */
  readonly openToAll?: true;
  /** The request, or at once a reading where there is nobody to ask ("No RDAP service for .io"). Values are encoded here. */
  request(ioc: Ioc, context: LookupContext<S>): HttpRequest | Reading;
  /** Any status. Must never throw, whatever the body. */
  read(answer: HttpAnswer, ioc: Ioc, context: LookupContext<S>): Reading;
  /** Where several indicators fit into one request. `request` and `read` then do the same for one. */
  readonly batch?: Batching<S>;
  /** Ways to give it an indicator to work on; only ever by a person, by name. */
  readonly submits?: readonly Submit<S>[];
  /** The source's own page for this indicator, for people. Holds no key. */
  link(ioc: Ioc, settings: z.infer<S>): string;
  /** What the test button asks: an indicator with a known answer. */
  readonly sample: Ioc;
}

/** A list entry about the indicator. */
export interface ListHit {
  readonly list: string;
  /** What the list names: the value, a block around the address, or a name above it. */
  readonly entry: string;
  readonly level: Level;
  readonly note: string;
  readonly importedAt: number;
}

/** A list that a source downloads whole: whoever publishes it never learns what is looked up in it. */
export interface ListFile {
  /** Names it for people and, within its source, for ever. */
  readonly name: string;
  /** Where it is. Stored and shown, so it holds no key. */
  readonly url: string;
  /** The kinds it answers for. */
  readonly kinds: readonly Kind[];
  /** Adds the key. Nothing of it is stored, and no failure quotes it. */
  keyed?(request: HttpRequest): HttpRequest;
  /** Milliseconds from one copy to the next, and the shortest between two requests, whatever happened. */
  readonly every: number;
  readonly atMost: number;
  /** Milliseconds after which a copy no longer tells what is not on the list. */
  readonly oldAfter: number;
  readonly maxBytes: number;
  /**
   * The entries, read as they are gone through; null for a line that was not understood. A failure where this is not the
   * list, or not the whole of it: then the copy at hand stays.
   */
  read(answer: HttpAnswer): Result<Iterable<ListEntry | null>>;
}

/** A list that comes with the extension: nobody is asked for it. `url` says where it was taken from, and which version. */
export interface ShippedList extends Pick<ListFile, 'name' | 'url' | 'kinds'> {
  shipped(): Iterable<ListEntry>;
}

export const isShipped = (file: ListFile | ShippedList): file is ShippedList => 'shipped' in file;

/** A source that answers from what this browser keeps. Nothing leaves. */
export interface LocalProvider<S extends Shape = Shape> extends Source<S> {
  /** The lists it keeps. Without any, it answers from those the analyst imported. */
  files?(settings: z.infer<S>): readonly (ListFile | ShippedList)[];
  find(ioc: Ioc, hits: readonly ListHit[]): Reading;
}

export type Provider<S extends Shape = Shape> = AskedProvider<S> | LocalProvider<S>;

export const isLocal = (provider: Provider): provider is LocalProvider => 'find' in provider;

export interface TrackerContext<S extends Shape> {
  readonly settings: z.infer<S>;
  readonly ask: Ask;
}

/** What a test found: a sentence, and warnings about things that work but not as hoped. */
export interface TestReport {
  readonly summary: string;
  readonly warnings: readonly string[];
}

/** The team's own ticket system. No method throws. */
export interface Tracker<S extends Shape = Shape> extends Plugin<S> {
  /** Milliseconds within which a new ticket may not yet be found by a search. */
  readonly searchLag: number;
  /** Browser headers that the server refuses, as data. */
  headerRules?(settings: z.infer<S>): readonly HeaderRule[];
  test(context: TrackerContext<S>): Promise<Result<TestReport>>;
  /** Tickets that carry the external id, open or closed, newest first. */
  find(externalId: string, context: TrackerContext<S>): Promise<Result<readonly TicketState[]>>;
  create(draft: Draft, context: TrackerContext<S>): Promise<Result<TicketRef>>;
  /** Reads a ticket back: does it exist, does it carry what was sent? */
  read(ref: TicketRef, context: TrackerContext<S>): Promise<Result<TicketState>>;
  /** Adds an internal comment: the report of a later run. */
  comment(ref: TicketRef, markdown: string, context: TrackerContext<S>): Promise<Result<null>>;
}

export const defineProvider = <S extends Shape>(spec: AskedProvider<S>): AskedProvider =>
  spec as unknown as AskedProvider;

export const defineLocalProvider = <S extends Shape>(spec: LocalProvider<S>): LocalProvider =>
  spec as unknown as LocalProvider;

export const defineTracker = <S extends Shape>(spec: Tracker<S>): Tracker => spec as unknown as Tracker;
