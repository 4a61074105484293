import { useCallback, useState } from 'preact/hooks';
import type { Failure, Result } from '../../core/failure';

export interface Act {
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Waits for the answer, keeps its failure for the row, reads the page's state again. True when it worked. */
  run(asked: Promise<Result<unknown>>): Promise<boolean>;
}

/** One row's doings: what it waits for, and what went wrong, said in its place. */
export function useAct(reload: () => void): Act {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = useCallback(
    async (asked: Promise<Result<unknown>>) => {
      setBusy(true);
      const result = await asked;
      setBusy(false);
      setFailure(result.ok ? null : result.failure);
      reload();
      return result.ok;
    },
    [reload],
  );
  return { busy, failure, run };
}
