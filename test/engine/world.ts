import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { z } from 'zod';
import { type Draft, type TicketState } from '../../lib/core/draft';
import { externalId } from '../../lib/core/external-id';
import { fail, ok, type Result } from '../../lib/core/failure';
import type { HttpAnswer, HttpRequest } from '../../lib/core/http';
import {
  type AskedProvider,
  defineLocalProvider,
  defineProvider,
  defineTracker,
  type Tracker,
} from '../../lib/core/plugin';
import { answered, failed, none } from '../../lib/core/reading';
import { refusal } from '../../lib/core/refusal';
import { createEngine, type Deps, type Engine, type Policy, type SourceInUse } from '../../lib/engine';
import type { Ioc } from '../../lib/ioc';

export const ip = (last: number): Ioc => ({ kind: 'ipv4', value: `45.155.205.${last}` });
export const keyOfIp = (last: number): string => `ipv4|45.155.205.${last}`;

/** Time that moves only when told. */
export class TestClock {
  #timers: { at: number; then: () => void }[] = [];
  time: number;
  constructor(start = Date.UTC(2026, 10, 24, 9, 0, 0)) {
    this.time = start;
  }
  now = () => this.time;
  after = (milliseconds: number, then: () => void) => {
    const timer = { at: this.time + milliseconds, then };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };
  next(): number | undefined {
    return this.#timers.length === 0 ? undefined : Math.min(...this.#timers.map(({ at }) => at));
  }
  forget(): void {
    this.#timers = [];
  }
  to(time: number): void {
    this.time = Math.max(this.time, time);
    const due = this.#timers.filter(({ at }) => at <= this.time);
    this.#timers = this.#timers.filter(({ at }) => at > this.time);
    for (const { then } of due) then();
  }
}

export const answer = (
  status: number,
  body: unknown = {},
  headers: Record<string, string> = {},
): Result<HttpAnswer> => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return ok({
    status,
    headers: new Headers(headers),
    text,
    json: () => {
      try {
        return ok<unknown>(JSON.parse(text));
      } catch {
        return fail('bad-answer', 'Not JSON.');
      }
    },
  });
};

const found = z.object({ bad: z.number() });

/** A source that counts engines, as VirusTotal does. */
export const source = (id: string, more: Partial<AskedProvider> = {}): AskedProvider => ({
  ...defineProvider({
    id,
    name: id.toUpperCase(),
    homepage: 'https://intel.example/',
    settings: z.object({ key: z.string().default('') }),
    origins: () => [`https://${id}.example/*`],
    missing: (settings) => (settings.key === '' ? 'Needs a key.' : null),
    kinds: ['ipv4', 'domain', 'url'],
    discloses: { class: 'passive', words: 'Sees the IOC.' },
    weight: 0.8,
    onByDefault: false,
    maxTlp: 'green',
    limits: [],
    fresh: { found: 3_600_000, none: 600_000 },
    request: (ioc) => ({ url: `https://${id}.example/${encodeURIComponent(ioc.value)}` }),
    read(got, _ioc, { now }) {
      const refused = refusal(got, id.toUpperCase(), now);
      if (refused) return failed(refused);
      if (got.status === 404) return none('No record.');
      const body = got.json();
      const parsed = found.safeParse(body.ok ? body.value : null);
      if (!parsed.success) return failed({ code: 'bad-answer', message: 'Not the documented shape.' });
      const { bad } = parsed.data;
      const level = bad > 2 ? 'malicious' : 'unknown';
      return answered({ level, summary: `${bad} of 90 engines`, score: { value: bad, of: 90 } });
    },
    link: (ioc) => `https://${id}.example/see/${ioc.value}`,
    sample: ip(1),
  }),
  ...more,
});

export const lists = defineLocalProvider({
  id: 'lists',
  name: 'Local lists',
  homepage: 'https://lists.example/',
  settings: z.object({}),
  origins: () => [],
  missing: () => null,
  kinds: ['ipv4', 'domain'],
  discloses: { class: 'local', words: 'Nothing leaves.' },
  weight: 1,
  onByDefault: true,
  find(_ioc, hits) {
    const [hit] = hits;
    return hit ? answered({ level: hit.level, summary: `On ${hit.list}` }) : none('On no list.');
  },
});

/** A ticket system that keeps what it is given, and can lose answers, lag and close tickets. */
export class TestTracker {
  tickets: {
    id: string;
    externalId: string;
    open: boolean;
    body: string;
    visibleAt: number;
    comments: string[];
  }[] = [];
  /** What the next creates do instead of answering, after they made (or did not make) the ticket. */
  createFaults: {
    make: boolean;
    then: 'hang' | 'timeout' | 'server' | 'refused' | 'bad-answer' | 'limited';
  }[] = [];
  findFaults: ('offline' | 'refused')[] = [];
  creates = 0;
  searches = 0;
  keepsId = true;
  constructor(
    readonly clock: TestClock,
    readonly lag = 3000,
  ) {}

  state(id: string): TicketState | undefined {
    const ticket = this.tickets.find((ticket) => ticket.id === id);
    if (ticket === undefined) return undefined;
    const ref = { key: `#${id}`, id, url: `https://tracker.example/${id}` };
    return {
      ref,
      title: 't',
      status: ticket.open ? 'new' : 'resolved',
      open: ticket.open,
      carriesId: this.keepsId,
    };
  }

  async create(draft: Draft) {
    this.creates += 1;
    const fault = this.createFaults.shift();
    const id = String(this.tickets.length + 1);
    if (fault?.make !== false) {
      const visibleAt = this.clock.now() + this.lag;
      this.tickets.push({
        id,
        externalId: draft.externalId,
        open: true,
        body: draft.body,
        visibleAt,
        comments: [],
      });
    }
    if (fault?.then === 'hang') return new Promise<never>(() => {});
    if (fault) return fail(fault.then, `Fault: ${fault.then}.`);
    return ok({ key: `#${id}`, id, url: `https://tracker.example/${id}` });
  }

  plugin(): Tracker {
    return defineTracker({
      id: 'desk',
      name: 'Desk',
      homepage: 'https://tracker.example/',
      settings: z.object({}),
      origins: () => ['https://tracker.example/*'],
      missing: () => null,
      searchLag: this.lag,
      test: async () => ok({ summary: 'ok', warnings: [] }),
      find: async (id) => {
        this.searches += 1;
        const fault = this.findFaults.shift();
        if (fault) return fail(fault, `Fault: ${fault}.`);
        const hits = this.tickets.filter((t) => t.externalId === id && t.visibleAt <= this.clock.now());
        return ok(hits.flatMap((t) => this.state(t.id) ?? []).toReversed());
      },
      create: (draft) => this.create(draft),
      read: async (ref) => {
        const state = this.state(ref.id);
        return state ? ok(state) : fail('missing', 'No such ticket.');
      },
      comment: async (ref, words) => {
        this.tickets.find((t) => t.id === ref.id)?.comments.push(words);
        return ok(null);
      },
    });
  }
}

type Reply = Result<HttpAnswer> | 'hang' | Promise<Result<HttpAnswer>>;

/** One browser: its database, its clock, the other side of the network. Workers live and die in it. */
export class World {
  clock = new TestClock();
  tracker = new TestTracker(this.clock);
  /** Every request that left, with its time. */
  sent: { url: string; at: number }[] = [];
  reply: (request: HttpRequest, nth: number) => Reply = () => answer(200, { bad: 0 });
  granted = (_pattern: string) => true;
  sources: SourceInUse[] = [];
  withTracker = true;
  policy: Policy = {
    opsec: { tlp: 'green', internalDomains: ['corp.example'], internalRanges: [], askReserved: false },
    automatic: true,
    perHour: 10,
    autoPerDay: 200,
  };
  alarms = new Map<string, { when?: number; periodInMinutes?: number }>();
  engine: Engine;
  #dead = { yes: false };

  constructor(...sources: (AskedProvider | typeof lists)[]) {
    globalThis.indexedDB = new IDBFactory();
    this.sources = sources.map((provider) => ({
      provider,
      settings: { key: 'k' },
      version: '1',
      maxTlp: 'green',
    }));
    this.engine = this.#worker();
  }

  #worker(): Engine {
    const dead = { yes: false };
    this.#dead = dead;
    const never = () => new Promise<never>(() => {});
    /** A dead worker neither sends nor hears anything. */
    const alive = <T>(work: () => T | Promise<T>): Promise<T> =>
      dead.yes ? never() : Promise.resolve(work()).then((value) => (dead.yes ? never() : value));
    const deps: Deps = {
      send: (request) =>
        alive(async () => {
          this.sent.push({ url: request.url, at: this.clock.now() });
          const reply = await this.reply(request, this.sent.length);
          return reply === 'hang' ? never() : reply;
        }),
      contains: (pattern) => alive(() => this.granted(pattern)),
      clock: this.clock,
      alarms: {
        create: (name, info) => alive(() => void this.alarms.set(name, info)),
        clear: (name) => alive(() => this.alarms.delete(name)),
      },
      sources: () => alive(() => this.sources),
      tracker: () =>
        alive(() => (this.withTracker ? { tracker: this.tracker.plugin(), settings: {} } : null)),
      policy: () => alive(() => this.policy),
      draft: (report, id) => ({
        externalId: id,
        title: `Malicious: ${report.enrichment.ioc.value}`,
        body: report.runs[0]?.verdict?.summary ?? '',
        priority: 'high',
        tlp: 'green',
        iocs: [report.enrichment.ioc],
      }),
    };
    return createEngine(deps);
  }

  /** The worker dies: what it waits for never comes. A new one starts when asked to. */
  kill(): void {
    this.#dead.yes = true;
    this.clock.forget();
  }

  async restart(): Promise<void> {
    this.kill();
    this.engine = this.#worker();
    await this.engine.resume();
  }

  /** Lets everything happen that needs no time to pass. */
  async quiet(turns = 60): Promise<void> {
    for (let i = 0; i < turns; i += 1) await new Promise((then) => setImmediate(then));
  }

  async pass(milliseconds: number): Promise<void> {
    const end = this.clock.time + milliseconds;
    for (let next = this.clock.next(); next !== undefined && next <= end; next = this.clock.next()) {
      this.clock.to(next);
      await this.quiet();
    }
    this.clock.to(end);
    await this.quiet();
  }

  /** Passes time until it is so; throws after a day of it. */
  async until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    const end = this.clock.time + 86_400_000;
    for (let idle = 0; idle < 200;) {
      await this.quiet(20);
      if (await isSo()) return;
      const next = this.clock.next();
      if (next === undefined || next > end) idle += 1;
      else {
        idle = 0;
        this.clock.to(next);
      }
    }
    throw new Error('It never came true.');
  }

  async closed(...keys: string[]): Promise<void> {
    await this.until(async () => {
      const reports = await Promise.all(keys.map((key) => this.engine.report(key)));
      return reports.every((report) => report?.enrichment.state === 'closed');
    });
  }

  async outcome(key: string, provider: string) {
    const report = await this.engine.report(key);
    return report?.runs[0]?.steps.find((step) => step.provider === provider)?.outcome;
  }

  async filing(key: string) {
    return (await this.engine.report(key))?.enrichment.filing;
  }

  ticketsFor = async (ioc: Ioc, nth = 1) => {
    const id = await externalId(ioc, nth);
    return this.tracker.tickets.filter((ticket) => ticket.externalId === id);
  };
}
