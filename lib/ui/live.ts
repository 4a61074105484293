import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '../core/failure';
import { onPush } from './send';

/**
 * At most one reading in this many milliseconds, however often the background says that something changed; less often
 * where a reading takes long (a batch of ten thousand).
 */
const pace = 300;

export interface Live<T> {
  /** Undefined until the first answer; the last good value while a later reading failed. */
  readonly value: T | undefined;
  readonly failure: Failure | undefined;
  reload(): void;
}

/**
 * Reads something from the background now, whenever `about` changes, and whenever the background pushes a
 * change.
 * @param load what to ask; read again with the closure of the newest render
 * @param about names what is read: another name drops the old value
 * @param only the one Enrichment whose changes matter; all of them unless told
 */
export function useLive<T>(load: () => Promise<Result<T>>, about: string, only?: string): Live<T> {
  const [state, setState] = useState<{ about: string; value?: T; failure?: Failure }>({ about });
  const newest = useRef(load);
  newest.current = load;
  const took = useRef(0);
  const reload = useCallback(() => {
    const asked = performance.now();
    void newest.current().then((result) => {
      took.current = performance.now() - asked;
      setState((before) => {
        const value = before.about === about ? before.value : undefined;
        if (result.ok) return { about, value: result.value };
        return { about, failure: result.failure, ...(value === undefined ? {} : { value }) };
      });
    });
  }, [about]);
  useEffect(() => {
    reload();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onPush((message) => {
      if (message.push !== 'changed' || timer !== undefined) return;
      // No keys: something changed that concerns everything.
      if (only !== undefined && message.keys.length > 0 && !message.keys.includes(only)) return;
      timer = setTimeout(
        () => {
          timer = undefined;
          reload();
        },
        Math.max(pace, took.current * 4),
      );
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [reload, only]);
  const current = state.about === about;
  return { value: current ? state.value : undefined, failure: current ? state.failure : undefined, reload };
}

/** The time, so that ages stay true while a page is open. Renders again every `every` milliseconds. */
export function useNow(every = 5000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

/** Reads again every `every` milliseconds: what a page finds is told to nobody but those who ask. */
export function usePoll(reload: () => void, every: number): void {
  useEffect(() => {
    const timer = setInterval(reload, every);
    return () => clearInterval(timer);
  }, [reload, every]);
}
