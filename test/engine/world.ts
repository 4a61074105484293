import { defaultVerdictPolicy } from '../../lib/core/verdict-policy';
import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { externalId } from '../../lib/core/external-id';
import type { Result } from '../../lib/core/failure';
import type { HttpAnswer, HttpRequest } from '../../lib/core/http';
import type { AskedProvider } from '../../lib/core/plugin';
import { createEngine, type Deps, type Engine, type SourceInUse } from '../../lib/engine';
import type { Policy } from '../../lib/engine/deps';
import type { Ioc } from '../../lib/ioc';
import { TestClock } from './clock';
import { Connections } from './connections';
import { hashed } from './hashes';
import { answer, type lists } from './sources';
import { TestTracker } from './tracker';

// The tests drive a database in JavaScript through hundreds of lives; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

type Reply = Result<HttpAnswer> | 'hang' | Promise<Result<HttpAnswer>>;

/** One browser: its database, its clock, the other side of the network. Workers live and die in it. */
export class World {
  clock = new TestClock();
  tracker = new TestTracker(this.clock);
  connections = new Connections();
  /** Every request that left, with its time. */
  sent: { url: string; at: number }[] = [];
  reply: (request: HttpRequest, nth: number) => Reply = () => answer(200, { bad: 0 });
  granted = (_pattern: string): boolean | Promise<boolean> => true;
  sources: SourceInUse[] = [];
  withTracker = true;
  policy: Policy = {
    opsec: { tlp: 'green', internalDomains: ['corp.example'], internalRanges: [], askReserved: false },
    automatic: true,
    perHour: 10,
    verdict: defaultVerdictPolicy,
    autoPerDay: 200,
  };
  alarms = new Map<string, { when?: number; periodInMinutes?: number }>();
  engine: Engine;
  #dead = { yes: false };

  constructor(...sources: (AskedProvider | typeof lists)[]) {
    globalThis.indexedDB = this.connections;
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
      clock: { now: this.clock.now, after: (ms, run) => (dead.yes ? () => {} : this.clock.after(ms, run)) },
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
    this.connections.cut();
  }

  async restart(): Promise<void> {
    this.kill();
    this.engine = this.#worker();
    await this.engine.resume();
  }

  /** Lets everything happen that needs no time to pass. */
  async quiet(turns = 60): Promise<void> {
    for (let i = 0; i < turns; i += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      await hashed();
    }
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
