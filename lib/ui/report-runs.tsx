import type { Run, Trigger } from '../core/enrichment';
import { ticksOf } from './card-state';
import { Mark } from './marks';
import { leadingOutcome, Skyline, tickColumns } from './skyline';
import { momentWords, standingWord } from './words';

const causes: Readonly<Record<Trigger, string>> = {
  hover: 'by a hover on the page',
  auto: 'by the page, on screen',
  card: 'from the card',
  selection: 'by right-click',
  popup: 'from the popup',
  panel: 'from the panel',
  batch: 'in a batch',
  submit: 'by the result of your submission',
  retry: 'by itself, where a source could not answer before',
};

/** What a run brought: its differences, or how it came about. */
function changesWords(run: Run, first: boolean): string {
  if (run.changes !== undefined && run.changes.length > 0) return run.changes.join(' · ');
  return first ? `First seen, ${causes[run.trigger]}` : `No change, asked ${causes[run.trigger]}`;
}

/** Runs, newest first, each with what changed since the one before. */
export function ReportRuns({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0) return null;
  const columns = tickColumns(runs.map(({ steps }) => ticksOf(steps)));
  return (
    <section>
      <h3 class="section-head">Runs</h3>
      <ol class="runs">
        {runs.map((run, at) => {
          const standing = run.closedAt === undefined ? 'running' : (run.verdict?.level ?? 'none');
          return (
            <li key={run.id}>
              <Mark
                of={standing === 'none' ? leadingOutcome(ticksOf(run.steps)) : standing}
                size="small"
                quiet
              />
              <div>
                <p>
                  <b>{standingWord(standing)}</b> <time>{momentWords(run.startedAt)}</time>
                </p>
                <p class="run-changes">
                  <bdi>{changesWords(run, at === runs.length - 1)}</bdi>
                </p>
              </div>
              <Skyline ticks={ticksOf(run.steps)} columns={columns} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
