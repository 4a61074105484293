import { useLayoutEffect, useRef } from 'preact/hooks';
import type { BatchPreview } from '../core/batch-cost';
import { ageWords, countWords, manyWords } from './words';

type Cost = BatchPreview['sources'][number];

/** IOCs from which on a batch shows its cost before it starts. */
const large = 50;

/** Is it worth a look before it starts? Many IOCs, or a source whose budget is small. */
export const isCostly = ({ iocs, sources }: BatchPreview): boolean =>
  iocs >= large || sources.some(({ scarce, requests }) => scarce && requests > 0);

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** A day does not suffice. */
const isShort = ({ requests, left }: Cost): boolean => left !== null && requests > left;

/** "7 min": how long its pace takes at least; empty where it sets none. */
const paceWords = ({ milliseconds }: Cost): string =>
  milliseconds < 10_000 ? '' : ageWords(0, milliseconds);

/** "480 IOCs. At the pace of crt.sh it takes 23 min at least." */
export function leadWords({ iocs, sources }: BatchPreview): string {
  const slowest = sources.reduce<Cost | null>(
    (slow, cost) => (cost.milliseconds > (slow?.milliseconds ?? 0) ? cost : slow),
    null,
  );
  const pace = slowest === null ? '' : paceWords(slowest);
  const lasts = pace === '' ? '' : ` At the pace of ${slowest?.name} it takes ${pace} at least.`;
  return `${manyWords(iocs, 'IOC')}.${lasts}`;
}

/** What a day does not suffice for, and what becomes of the rest; null where it does. */
export function shortWords({ sources }: BatchPreview): string | null {
  const short = sources.filter(isShort).map(({ name }) => name);
  if (short.length === 0) return null;
  return `${list.format(short)} cannot take all of it today. The rest is asked when there is room again.`;
}

interface BatchCostProps {
  readonly preview: BatchPreview;
  /** The file they come from. */
  readonly from?: string;
  onStart(): void;
  onBack(): void;
}

/** What a large batch costs at each source, before it starts. Takes the focus, so that it is read. */
export function BatchCost({ preview, from, onStart, onBack }: BatchCostProps) {
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => section.current?.focus(), []);
  const short = shortWords(preview);
  return (
    <section ref={section} class="box batch-preview" tabIndex={-1} aria-label="What this batch costs">
      <p class="wrap">
        {from === undefined ? null : <b>{from}: </b>}
        {leadWords(preview)} Sources that are asked by name alone are left out.
        {short === null ? null : <b> {short}</b>}
      </p>
      <div class="batch-cost" tabIndex={0} role="group" aria-label="Requests by source">
        <table>
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Requests</th>
              <th scope="col">Known</th>
              <th scope="col">Left today</th>
              <th scope="col">Takes</th>
            </tr>
          </thead>
          <tbody>
            {preview.sources.map((cost) => (
              <tr key={cost.provider}>
                <th scope="row" class="cut" title={cost.name}>
                  {cost.name}
                </th>
                <td>{countWords(cost.requests)}</td>
                <td>{cost.known === 0 ? '–' : countWords(cost.known)}</td>
                <td class={isShort(cost) ? 'short-of' : ''}>
                  {cost.left === null ? '–' : countWords(cost.left)}
                </td>
                <td>{paceWords(cost) || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="box-foot">
        <button type="button" class="button quiet" onClick={onBack}>
          Back
        </button>
        <button type="button" class="button primary" onClick={onStart}>
          Enrich all
        </button>
      </div>
    </section>
  );
}
