import type { Step } from '../core/enrichment';
import type { Answer } from '../core/verdict';

/** Everything a source told besides its sentence. */
const toldIn = ({ facts = [], tags = [] }: Answer): readonly (readonly [string, string])[] => [
  ...facts.map(({ label, value }) => [label, value] as const),
  ...(tags.length > 0 ? [['Tags', tags.join(', ')] as const] : []),
];

/** Did this source tell more than its sentence? */
export const opens = ({ outcome }: Step): boolean =>
  outcome.state === 'answered' && toldIn(outcome.answer).length > 0;

/** Facts and tags of one answer, in the columns of its row. */
export function Told({ id, answer }: { id: string; answer: Answer }) {
  return (
    <dl class="told" id={id}>
      {toldIn(answer).map(([label, value], at) => (
        <div key={at}>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
