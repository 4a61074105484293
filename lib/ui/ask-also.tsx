import { useState } from 'preact/hooks';
import type { Step } from '../core/enrichment';
import type { Failure } from '../core/failure';
import type { Ioc } from '../ioc';
import type { PluginState } from '../messages';
import { FailureNote } from './notice';
import { send } from './send';

interface AskAlsoProps {
  readonly ioc: Ioc;
  readonly steps: readonly Step[];
  readonly sources: readonly PluginState[];
}

/** One button for each source that is asked on demand only and has no part in this run yet. */
export function AskAlso({ ioc, steps, sources }: AskAlsoProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = new Set(steps.map(({ provider }) => provider));
  const others = sources.filter(
    ({ id, on, onDemand, kinds }) => on && onDemand === true && kinds.includes(ioc.kind) && !asked.has(id),
  );
  const ask = async (provider: string) => {
    const reply = await send('source.ask', { ioc: { kind: ioc.kind, value: ioc.value }, provider });
    setFailure(reply.ok ? null : reply.failure);
  };
  if (others.length === 0) return null;
  return (
    <>
      <div class="report-actions">
        {others.map(({ id, name }) => (
          <button key={id} type="button" class="button plain short" onClick={() => void ask(id)}>
            Ask {name}
          </button>
        ))}
      </div>
      {failure === null ? null : <FailureNote failure={failure} />}
    </>
  );
}
