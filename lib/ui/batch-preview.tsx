import type { BatchPreview } from '../core/batch-cost';
import { ageWords, manyWords } from './words';

/** IOCs from which on a batch shows its cost before it starts. */
const large = 50;

/** Is it worth a look before it starts? Many IOCs, or a source whose budget is small. */
export const isCostly = ({ iocs, sources }: BatchPreview): boolean =>
  iocs >= large || sources.some(({ scarce, requests }) => scarce && requests > 0);

/** "780 requests; 220 known already; 312 left today; about 2 min". */
export function costWords(cost: BatchPreview['sources'][number]): string {
  const { requests, known, left, milliseconds } = cost;
  const parts = [requests === 1 ? '1 request' : `${requests} requests`];
  if (known > 0) parts.push(`${known} known already`);
  if (left !== null) parts.push(requests > left ? `only ${left} left today` : `${left} left today`);
  if (milliseconds > 0) parts.push(`about ${ageWords(0, milliseconds)}`);
  return parts.join('; ');
}

interface BatchCostProps {
  readonly preview: BatchPreview;
  onStart(): void;
  onBack(): void;
}

/** What a large batch costs at each source, before it starts. */
export function BatchCost({ preview, onStart, onBack }: BatchCostProps) {
  return (
    <section class="box" aria-label="What this batch costs">
      <p>{manyWords(preview.iocs, 'IOC')}. Sources that are asked on demand are left out.</p>
      <dl class="batch-cost">
        {preview.sources.map((cost) => (
          <div key={cost.provider}>
            <dt>{cost.name}</dt>
            <dd>{costWords(cost)}</dd>
          </div>
        ))}
      </dl>
      <div class="box-foot">
        <button type="button" class="button" onClick={onBack}>
          Back
        </button>
        <button type="button" class="button primary" onClick={onStart}>
          Enrich all
        </button>
      </div>
    </section>
  );
}
