import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Seconds in which a removal can be taken back. */
const grace = 10;

interface Undo {
  /** Seconds left; null while nothing waits. */
  readonly left: number | null;
  start(): void;
  cancel(): void;
}

/**
 * Carries something out only after ten seconds in which it can be taken back.
 * @param leaving what happens when the page closes meanwhile: small removals are carried out, large ones dropped
 */
export function useUndo(commit: () => void, leaving: 'carry out' | 'drop'): Undo {
  const [left, setLeft] = useState<number | null>(null);
  const newest = useRef(commit);
  newest.current = commit;
  useLayoutEffect(() => {
    if (left === null) return undefined;
    if (left === 0) {
      setLeft(null);
      newest.current();
      return undefined;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    const leave = () => {
      if (leaving === 'carry out') newest.current();
    };
    addEventListener('pagehide', leave);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', leave);
    };
  }, [left, leaving]);
  return { left, start: () => setLeft(grace), cancel: () => setLeft(null) };
}

/** Stands where the removed row stood. */
export function UndoRow({ words, left, onUndo }: { words: string; left: number; onUndo(): void }) {
  return (
    <li>
      <div class="line-row undo-row">
        <span role="status">{words}</span>
        <button type="button" class="link" onClick={onUndo}>
          Undo
        </button>
        <span class="t3" aria-hidden="true">{`${left} s`}</span>
      </div>
    </li>
  );
}
