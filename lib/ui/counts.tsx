import type { Level } from '../core/verdict';
import { type Tick, tally } from './skyline';
import { standingWord } from './words';

/** "**3 say malicious**, 2 no record, 1 failed": what the skyline beside it shows, led by the verdict. */
export function Counts({ ticks, level }: { ticks: readonly Tick[]; level: Level | null }) {
  const counts = tally(ticks);
  const lead = counts.find(([standing]) => standing === level) ?? counts[0];
  if (lead === undefined) return <span>Facts only; nobody judges it</span>;
  const says = lead[0] === level && level !== 'unknown' ? ` ${lead[1] === 1 ? 'says' : 'say'} ` : ' ';
  const rest = counts.filter((entry) => entry !== lead);
  return (
    <span>
      <b>
        {lead[1]}
        {says}
        {standingWord(lead[0]).toLowerCase()}
      </b>
      {rest.map(([standing, count]) => `, ${count} ${standingWord(standing).toLowerCase()}`).join('')}
    </span>
  );
}
