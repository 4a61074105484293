import type { Clock } from './deps';
import type { Listener } from './engine';

/** Milliseconds that changes are gathered: a batch of 10,000 must not become 10,000 messages. */
const gather = 100;

export interface Feed {
  changed(keys: readonly string[]): void;
  /** Something changed that may concern every indicator (a list); listeners get no keys. */
  everything(): void;
  onChange(listener: Listener): () => void;
}

/** Tells listeners which indicators changed, many changes as one call. */
export function createFeed(clock: Clock): Feed {
  const listeners = new Set<Listener>();
  let waiting = new Set<string>();
  let all = false;
  const flush = () => {
    const keys = all ? [] : [...waiting];
    waiting = new Set();
    all = false;
    for (const listener of listeners) listener(keys);
  };
  return {
    changed(keys) {
      if (keys.length > 0 && waiting.size === 0 && !all) clock.after(gather, flush);
      for (const key of keys) waiting.add(key);
    },
    everything() {
      if (waiting.size === 0 && !all) clock.after(gather, flush);
      all = true;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
