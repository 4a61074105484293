import { useState } from 'preact/hooks';
import { keyOf } from '../core/enrichment';
import type { Step } from '../core/enrichment';
import type { Failure } from '../core/failure';
import { hostOf, type Ioc } from '../ioc';
import { FailureNote } from './notice';
import { send } from './send';

interface EnrichHostProps {
  readonly ioc: Ioc;
  readonly steps: readonly Step[];
  /** Shows the report of the host. */
  onReport(key: string): void;
}

/** Where a URL was withheld, from some source at least, its host alone can be asked about. */
export function EnrichHost({ ioc, steps, onReport }: EnrichHostProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const host = ioc.kind === 'url' ? hostOf(ioc) : null;
  if (host === null || !steps.some(({ outcome }) => outcome.state === 'withheld')) return null;
  const enrich = async () => {
    const asked = await send('enrich', { iocs: [host], trigger: 'panel' });
    if (asked.ok) onReport(keyOf(host));
    else setFailure(asked.failure);
  };
  return (
    <>
      <div class="report-actions">
        <button type="button" class="button plain short" onClick={() => void enrich()}>
          Enrich <bdi>{host.value}</bdi> instead
        </button>
      </div>
      {failure === null ? null : <FailureNote failure={failure} />}
    </>
  );
}
