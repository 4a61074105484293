import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { send } from './send';

/** Milliseconds after the last key before what was typed is handed to the background. */
const pause = 250;

/**
 * Text that outlives a closed popup: handed to the background shortly after each change, and at once when
 * the field is left or the page goes away.
 * @returns the text (null until it was read), the way to change it, and the way to save it now
 */
export function useScratch(
  name: string,
): [text: string | null, set: (text: string) => void, flush: () => void] {
  const [text, setText] = useState<string | null>(null);
  const unsaved = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (unsaved.current === null) return;
    void send('scratch.set', { name, text: unsaved.current });
    unsaved.current = null;
  }, [name]);
  const set = useCallback(
    (next: string) => {
      setText(next);
      unsaved.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, pause);
    },
    [flush],
  );
  useLayoutEffect(() => {
    void send('scratch.get', { name }).then((kept) =>
      setText((typed) => typed ?? (kept.ok ? kept.value : '')),
    );
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [name, flush]);
  return [text, set, flush];
}
