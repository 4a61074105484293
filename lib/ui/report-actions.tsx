import { useState } from 'preact/hooks';
import type { Enrichment } from '../core/enrichment';
import type { Failure } from '../core/failure';
import type { Ioc } from '../ioc';
import type { Glance } from './card-state';
import { copyIoc } from './copy-ioc';
import { CopyButton } from './copy-button';
import { Icon } from './icons';
import { FailureNote } from './notice';
import { send } from './send';
import { safeLink } from './source-row';

interface ReportActionsProps {
  readonly ioc: Ioc;
  readonly primary: Glance['primary'];
  readonly enrichment: Enrichment | undefined;
  readonly running: boolean;
  onFile(): void;
}

/** The one action the verdict asks for, then the rest. A failed request is said here, in its place. */
export function ReportActions({ ioc, primary, enrichment, running, onFile }: ReportActionsProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const enrich = async () => {
    const reply = await send('enrich', { iocs: [ioc], trigger: 'panel', again: true });
    setFailure(reply.ok ? null : reply.failure);
  };
  const filing = enrichment?.filing;
  const asks = primary === 'again' || primary === 'enrich';
  const waits = filing === undefined || filing.state === 'failed' || filing.state === 'held';
  return (
    <>
      <div class="report-actions">
        {primary === 'ticket' && filing?.state === 'filed' ? (
          <a
            class="button primary"
            href={safeLink(filing.ref.url) ?? undefined}
            target="_blank"
            rel="noopener noreferrer"
          >
            <Icon name="ticket" />
            Open {filing.ref.key}
          </a>
        ) : null}
        {primary === 'file' ? (
          <button type="button" class="button primary" onClick={onFile}>
            <Icon name="ticket" />
            File Investigation
          </button>
        ) : null}
        <button
          type="button"
          class={`button ${asks ? 'primary' : 'plain'}`}
          disabled={running}
          onClick={() => void enrich()}
        >
          <Icon name="refresh" />
          {running ? 'Being asked' : primary === 'again' ? 'Try again' : 'Enrich now'}
        </button>
        {enrichment !== undefined && primary === null && waits ? (
          <button type="button" class="button quiet" disabled={running} onClick={onFile}>
            File Investigation
          </button>
        ) : null}
        <CopyButton onCopy={(how) => copyIoc(ioc, how)} />
      </div>
      {failure === null ? null : <FailureNote failure={failure} />}
    </>
  );
}
