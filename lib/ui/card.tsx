import { keyOf, type Report } from '../core/enrichment';
import { flowWords, type Row, timeWords } from '../core/seen';
import type { Level } from '../core/verdict';
import type { Ioc } from '../ioc';
import { AskAlso } from './ask-also';
import { CardActions } from './card-actions';
import { glance, latestRun } from './card-state';
import { filingWords } from './filing-words';
import { Icon } from './icons';
import { Mark } from './marks';
import { Sources } from './sources';
import { cutMiddle, kindWord, standingWord } from './words';

export interface CardProps {
  /** Null before the first Enrichment. */
  readonly report: Report | null;
  readonly ioc: Ioc;
  /** What the page says beside it. */
  readonly row: Row;
  /** All sources, in the order of the options page. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly running: boolean;
  /** The level that the page shows, known without an Enrichment. */
  readonly known?: Level | null;
  /** Epoch milliseconds; ages are told from it. */
  readonly now: number;
  onEnrich(): void;
  /** Asks a source that ordinary Enrichments leave out. */
  onAsk(provider: string): void;
  onReport(): void;
  onFile(): void;
  onCopy(how: 'defanged' | 'plain'): Promise<boolean>;
  onHide(): void;
  onClose(): void;
}

/** Characters of the title's face that fit beside the mark and the two corner buttons. */
const titleLength = 36;

/**
 * What an analyst asks of one indicator, in that order: what, why, who disagrees, was it here, what now.
 * Stands inside a closed shadow root with `cardCss`; also used on our own pages.
 */
export function Card(props: CardProps) {
  const { report, ioc, providers, now, onHide, onClose } = props;
  const seen = glance(report, props.running, props.known);
  const latest = latestRun(report);
  const running = props.running || (latest !== undefined && latest.closedAt === undefined);
  const filed = filingWords(report?.enrichment.filing, now);
  return (
    <section
      class="sl-root card"
      role="dialog"
      tabIndex={-1}
      aria-label={`Sightline: ${ioc.value}`}
      data-key={keyOf(ioc)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header class="card-head">
        <Mark of={seen.mark} size="large" quiet />
        <div class="card-id">
          <h2 class="card-ioc">
            <bdi class={`ioc line ${seen.level ?? ''}`} title={ioc.value}>
              {cutMiddle(ioc.value, titleLength)}
            </bdi>
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
        <div class="card-corner">
          <button
            type="button"
            class="icon-button"
            aria-label="Hide on pages"
            title="Hide on pages"
            onClick={onHide}
          >
            <Icon name="hide" />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label="Close (Esc)"
            title="Close (Esc)"
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
      </header>
      <RowLine row={props.row} now={now} />
      <div aria-live="polite">
        <p class="card-why">{seen.why}</p>
        {seen.dissent === '' ? null : <p class="card-note">{seen.dissent}</p>}
        {filed === null ? null : <p class="card-note">{filed}</p>}
      </div>
      <Sources steps={seen.steps} providers={providers} level={seen.level} now={now} />
      <AskAlso offers={report?.offers ?? []} onAsk={props.onAsk} />
      <CardActions {...props} primary={seen.primary} enrichment={report?.enrichment} running={running} />
    </section>
  );
}

/** Where it stands: "in src_ip, 14:02:11 UTC", and between whom. */
function RowLine({ row, now }: { readonly row: Row; readonly now: number }) {
  const { field, time } = row;
  const flow = flowWords(row);
  if (field === undefined && time === undefined && flow === null) return null;
  return (
    <p class="card-row">
      {field === undefined ? null : (
        <span>
          in <bdi class="ioc">{field}</bdi>
        </span>
      )}
      {time === undefined ? null : <span>{timeWords(time, now)}</span>}
      {flow === null ? null : <bdi class="ioc">{flow}</bdi>}
    </p>
  );
}
