import type { Enrichment } from '../core/enrichment';
import type { Glance } from './card-state';
import { CopyButton } from './copy-button';
import { Icon } from './icons';
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

function Primary({ primary, enrichment, onEnrich, onFile }: ActionsProps) {
  if (primary === 'ticket' && enrichment?.filing?.state === 'filed') {
    const { ref } = enrichment.filing;
    return (
      <a
        class="button primary"
        href={safeLink(ref.url) ?? undefined}
        target="_blank"
        rel="noopener noreferrer"
      >
        <Icon name="ticket" />
        Open {ref.key}
      </a>
    );
  }
  if (primary === 'file')
    return (
      <button type="button" class="button primary" onClick={onFile}>
        <Icon name="ticket" />
        File Investigation
      </button>
    );
  if (primary === 'again' || primary === 'enrich')
    return (
      <button type="button" class="button primary" onClick={onEnrich}>
        <Icon name="refresh" />
        {primary === 'again' ? 'Try again' : 'Enrich now'}
      </button>
    );
  return null;
}

/** Actions keep their order: primary, Enrich now, Open report, File Investigation, Copy at the end. */
export function CardActions(props: ActionsProps) {
  const { primary, enrichment, running, onEnrich, onReport, onFile, onCopy } = props;
  const state = enrichment?.filing?.state;
  const mayEnrich = !running && primary !== 'again' && primary !== 'enrich';
  const mayFile =
    enrichment !== undefined &&
    !running &&
    primary === null &&
    (state === undefined || state === 'failed' || state === 'held');
  return (
    <footer class="card-foot">
      <Primary {...props} />
      {mayEnrich ? (
        <button type="button" class={`button ${primary === null ? 'plain' : 'quiet'}`} onClick={onEnrich}>
          {primary === null ? <Icon name="refresh" /> : null}
          Enrich now
        </button>
      ) : null}
      {enrichment === undefined ? null : (
        <button type="button" class="button quiet" onClick={onReport}>
          Open report
        </button>
      )}
      {mayFile ? (
        <button type="button" class="button quiet" onClick={onFile}>
          File Investigation
        </button>
      ) : null}
      <CopyButton onCopy={onCopy} />
    </footer>
  );
}
