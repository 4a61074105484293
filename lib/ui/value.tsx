import { useState } from 'preact/hooks';
import type { Level } from '../core/verdict';

/** Characters that a title shows at first; a URL may have thousands. */
const most = 160;

/** An indicator as the title of its report: whole, or for a long one its beginning, and the rest by a click. */
export function Value({ value, level }: { value: string; level: Level | null }) {
  const [whole, setWhole] = useState(false);
  const cut = !whole && value.length > most;
  return (
    <>
      <bdi class={`ioc line ${level ?? ''}`}>{cut ? `${value.slice(0, most)}…` : value}</bdi>
      {value.length > most ? (
        <button type="button" class="link value-more" onClick={() => setWhole(!whole)}>
          {whole ? 'Show less' : `Show all ${value.length.toLocaleString('en')} characters`}
        </button>
      ) : null}
    </>
  );
}
