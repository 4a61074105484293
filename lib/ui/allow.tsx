import { useState } from 'preact/hooks';
import type { Failure } from '../core/failure';
import { FailureNote } from './notice';
import { askBrowser } from './want-site';

/** Asks the browser for the one host that a source is asked at; the background then asks the source again by itself. */
export function Allow({ pattern }: { pattern: string }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const host = new URL(pattern.replace('*', '')).hostname;
  const ask = async () => {
    const granted = await askBrowser([pattern]);
    if (!granted.ok) setFailure(granted.failure);
    else if (!granted.value)
      setFailure({
        code: 'denied',
        message: `The browser was told not to allow ${host}. Press the button again to be asked once more.`,
      });
  };
  return (
    <div class="allow">
      <button type="button" class="button plain short" onClick={() => void ask()}>
        Allow <bdi>{host}</bdi>
      </button>
      {failure === null ? null : <FailureNote failure={failure} />}
    </div>
  );
}
