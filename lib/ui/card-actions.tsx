import type { Enrichment } from '../core/enrichment';
import type { Glance } from './card-state';
import { CopyButton } from './copy-button';
import { safeLink } from './source-row';

interface ActionsProps {
  readonly primary: Glance['primary'];
  readonly enrichment: Enrichment | undefined;
  readonly running: boolean;
  onEnrich(): void;
  onReport(): void;
  onFile(): void;
  onCopy(how: 'defanged' | 'plain'): Promise<boolean>;
}

/** While it is being asked the button keeps its place and the focus, and does nothing. */
function Enrich({ primary, running, onEnrich }: ActionsProps) {
  const emphasis =
    primary === 'again' || primary === 'enrich' ? 'primary' : primary === null ? 'plain' : 'quiet';
  return (
    <button
      type="button"
      class={`button ${emphasis} enrich`}
      data-widest="Enrich now"
      aria-disabled={running}
      onClick={() => {
        if (!running) onEnrich();
      }}
    >
      {primary === 'again' ? 'Try again' : 'Enrich now'}
    </button>
  );
}

/** The Investigation: to be filed, or there already. */
function Filing({ primary, enrichment, running, onFile }: ActionsProps) {
  const filing = enrichment?.filing;
  if (filing?.state === 'filed')
    return (
      <a
        key="ticket"
        class="button primary"
        href={safeLink(filing.ref.url) ?? undefined}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={`Open ticket ${filing.ref.key}`}
        title={filing.ref.key}
      >
        Open ticket
      </a>
    );
  const waits = filing === undefined || filing.state === 'failed' || filing.state === 'held';
  if (enrichment === undefined || running || !waits || primary === 'again') return null;
  return (
    <button
      key="file"
      type="button"
      class={`button ${primary === 'file' ? 'primary' : 'quiet'}`}
      onClick={onFile}
    >
      File Investigation
    </button>
  );
}

/**
 * Actions keep their places whatever becomes known while a hand is on its way to one: Enrich now, Open report, File
 * Investigation, Copy at the end. One that is not there yet comes after the others; the ink alone moves.
 */
export function CardActions(props: ActionsProps) {
  return (
    <footer class="card-foot">
      <Enrich {...props} />
      {props.enrichment === undefined ? null : (
        <button key="report" type="button" class="button quiet" onClick={props.onReport}>
          Open report
        </button>
      )}
      <Filing {...props} />
      <CopyButton onCopy={props.onCopy} />
    </footer>
  );
}
