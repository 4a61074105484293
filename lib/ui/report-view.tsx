import { useState } from 'preact/hooks';
import type { Report, Run } from '../core/enrichment';
import { flowWords, type Seen, timeWords } from '../core/seen';
import type { Ioc } from '../ioc';
import type { PluginState } from '../messages';
import { glance, latestRun, ticksOf } from './card-state';
import { filingWords } from './filing-words';
import { OwnVerdict } from './own-verdict';
import { ReportActions } from './report-actions';
import { Mark } from './marks';
import { ReportRuns } from './report-runs';
import { EnrichHost } from './enrich-host';
import { AskByName } from './ask-by-name';
import { tallyWords } from './skyline';
import { Allow } from './allow';
import { grantsIn } from './source-row';
import { Sources } from './sources';
import { Submissions } from './submissions';
import { opens } from './told';
import { Value } from './value';
import { kindWord, standingWord } from './words';

interface ReportViewProps {
  /** Null before the first Enrichment. */
  readonly report: Report | null;
  readonly ioc: Ioc;
  readonly sources: readonly PluginState[];
  readonly now: number;
  onFile(): void;
  onReport(key: string): void;
}

const weightWords = (weight: number): string =>
  weight === 0 ? 'no vote' : `×${weight.toFixed(2).replace(/0$/, '')}`;

/** Why: every reason with its weight; what did not count stands last and says so. */
function Why({ run, nameOf }: { run: Run; nameOf(id: string): string }) {
  const { verdict } = run;
  if (verdict === undefined || verdict.reasons.length === 0) return null;
  const reasons = [...verdict.reasons].sort((a, b) => b.weight - a.weight);
  const silent = ticksOf(run.steps).filter(({ state }) => state !== 'answered');
  return (
    <section>
      <h3 class="section-head">Why</h3>
      <ol class="why">
        {reasons.map((reason) => (
          <li key={`${reason.provider} ${reason.text}`}>
            <span>
              <b>{nameOf(reason.provider)}</b>, {standingWord(reason.level).toLowerCase()}:{' '}
              <bdi>{reason.text}</bdi>
            </span>
            <span class="weight">{weightWords(reason.weight)}</span>
          </li>
        ))}
        {silent.length === 0 ? null : (
          <li>
            <span>Not counted: {tallyWords(silent)}.</span>
            <span class="weight">no vote</span>
          </li>
        )}
      </ol>
      {verdict.dissent === '' ? null : <p class="dissent">{verdict.dissent}</p>}
    </section>
  );
}

/** Where the analyst met it, in words of the page. */
function SeenAt({ seen }: { readonly seen: Seen }) {
  const { page, field, time } = seen;
  const flow = flowWords(seen);
  return (
    <section>
      <h3 class="section-head">Seen</h3>
      <p class="report-seen">
        On <bdi>{page}</bdi>
        {field === undefined ? null : (
          <>
            , in <bdi class="ioc">{field}</bdi>
          </>
        )}
        {time === undefined ? null : `, ${timeWords(time)}`}
        {flow === null ? null : (
          <>
            : <bdi class="ioc">{flow}</bdi>
          </>
        )}
      </p>
    </section>
  );
}

/** The report of one Enrichment in one scroll: verdict and action, why, sources, where it was seen, runs. */
export function ReportView({ report, ioc, sources, now, onFile, onReport }: ReportViewProps) {
  const [told, setTold] = useState(false);
  const seen = glance(report, false);
  const run = latestRun(report);
  const filed = filingWords(report?.enrichment.filing, now);
  const nameOf = (id: string) => sources.find((source) => source.id === id)?.name ?? id;
  const running = run !== undefined && run.closedAt === undefined;
  return (
    <article class="report">
      <header class="report-head">
        <div class="report-id">
          <Mark of={seen.mark} size="huge" quiet />
          <div>
            <h2>
              <Value value={ioc.value} level={seen.level} />
            </h2>
            <p class="card-sub">
              <b class={`word ${seen.standing}`}>
                {standingWord(seen.standing === 'failed' ? 'none' : seen.standing)}
              </b>
              <span>{kindWord(ioc.kind)}</span>
              {seen.progress === '' ? null : <span>{seen.progress}</span>}
              {seen.facts.map((fact) => (
                <bdi key={fact}>{fact}</bdi>
              ))}
            </p>
          </div>
        </div>
        <div aria-live="polite">
          <p class="report-why">{seen.why}</p>
          {filed === null ? null : <p class="report-note">{filed}</p>}
        </div>
        <ReportActions
          ioc={ioc}
          primary={seen.primary}
          enrichment={report?.enrichment}
          running={running}
          onFile={onFile}
        />
      </header>
      {run === undefined ? null : <Why run={run} nameOf={nameOf} />}
      {seen.steps.length === 0 ? null : (
        <section>
          <div class="section-line">
            <h3 class="section-head">Sources</h3>
            {seen.steps.some(opens) ? (
              <button type="button" class="link" onClick={() => setTold(!told)}>
                {told ? 'Close all' : 'Open all'}
              </button>
            ) : null}
          </div>
          <Allow patterns={grantsIn(seen.steps)} />
          <Sources steps={seen.steps} providers={sources} level={seen.level} now={now} told={told} />
          <EnrichHost ioc={ioc} steps={seen.steps} onReport={onReport} />
          <AskByName ioc={ioc} offers={report?.offers ?? []} />
        </section>
      )}
      {report === null ? null : <Submissions ioc={ioc} report={report} now={now} />}
      {report?.enrichment.seen === undefined ? null : <SeenAt seen={report.enrichment.seen} />}
      {report === null ? null : <OwnVerdict key={report.enrichment.key} enrichment={report.enrichment} />}
      {report === null ? null : <ReportRuns runs={report.runs} />}
    </article>
  );
}
