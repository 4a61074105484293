import { useState } from 'preact/hooks';
import type { Failure } from '../core/failure';
import { FailureNote } from './notice';
import { askBrowser } from './want-site';

const hostOf = (pattern: string): string => new URL(pattern.replace('*', '')).hostname;

/** Asks the browser for the hosts that sources are missing, in one prompt; the background then asks those sources again. */
export function Allow({ patterns }: { readonly patterns: readonly string[] }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  if (patterns.length === 0) return null;
  const hosts = patterns.map(hostOf).join(', ');
  const ask = async () => {
    const granted = await askBrowser(patterns);
    if (!granted.ok) setFailure(granted.failure);
    else if (granted.value) setFailure(null);
    else
      setFailure({
        code: 'denied',
        message: `The browser was told not to allow ${hosts}. Press the button again to be asked once more.`,
      });
  };
  return (
    <div class="allow">
      <button type="button" class="button plain short" title={hosts} onClick={() => void ask()}>
        Allow <bdi>{patterns.length === 1 ? hosts : `${patterns.length} hosts`}</bdi>
      </button>
      <span>{patterns.length === 1 ? 'that the source may answer' : 'that the sources may answer'}</span>
      {failure === null ? null : <FailureNote failure={failure} />}
    </div>
  );
}
