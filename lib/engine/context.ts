import type { Policy, Deps, SourceInUse, TrackerInUse } from './deps';
import { type Db, openDatabase } from './db';
import { createFeed, type Feed } from './feed';
import { createTrouble, type Trouble } from './trouble';

/** What the analyst set up, read once and kept until `forget`. */
interface Setup {
  sources(): Promise<readonly SourceInUse[]>;
  tracker(): Promise<TrackerInUse | null>;
  policy(): Promise<Policy>;
  forget(): void;
}

/** What the parts of the engine share. */
export interface Context {
  readonly deps: Deps;
  readonly setup: Setup;
  readonly feed: Feed;
  readonly trouble: Trouble;
  /** Names this life of the worker: a request of another life was cut. */
  readonly life: string;
  readonly now: () => number;
  /** `permissions.contains`, asked once for all who ask while the browser answers. */
  granted(pattern: string): Promise<boolean>;
  db(): Promise<Db>;
}

export function createContext(deps: Deps): Context {
  let opened: Promise<Db> | undefined;
  const forget = () => {
    opened = undefined;
  };
  return {
    deps,
    setup: createSetup(deps),
    feed: createFeed(deps.clock),
    trouble: createTrouble(),
    life: crypto.randomUUID(),
    now: deps.clock.now,
    granted: shared(deps.contains),
    db() {
      opened ??= openDatabase(forget);
      opened.catch(forget);
      return opened;
    },
  };
}

/** What several ask at the same time is asked once. Nothing is kept: the answer may be another the next moment. */
function shared<T>(ask: (about: string) => Promise<T>): (about: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (about) => {
    const answer = asked.get(about) ?? ask(about).finally(() => asked.delete(about));
    asked.set(about, answer);
    return answer;
  };
}

function createSetup(deps: Deps): Setup {
  const sources = kept(deps.sources);
  const tracker = kept(deps.tracker);
  const policy = kept(deps.policy);
  return {
    sources: sources.get,
    tracker: tracker.get,
    policy: policy.get,
    forget() {
      for (const one of [sources, tracker, policy]) one.forget();
    },
  };
}

/** Reads once. A failed reading is not kept. */
function kept<T>(read: () => Promise<T>) {
  let value: Promise<T> | undefined;
  const forget = () => {
    value = undefined;
  };
  return {
    get() {
      if (value === undefined) {
        value = read();
        value.catch(forget);
      }
      return value;
    },
    forget,
  };
}
