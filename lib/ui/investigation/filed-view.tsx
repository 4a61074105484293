import type { Filing } from '../../core/enrichment';
import type { DraftState } from '../../messages';
import { CopyLink } from './copy-link';
import { Icon } from '../icons';
import { safeLink } from '../source-row';
import { momentWords } from '../words';

type Filed = Extract<Filing, { state: 'filed' }>;

/** What the tracker said when the ticket was read back. */
function readBack(filing: Filed, state: DraftState): { status: string; words: string } {
  const ticket = state.existing.ok
    ? state.existing.value.find(({ ref }) => ref.id === filing.ref.id)
    : undefined;
  const kept = filing.idKept
    ? `Carries ${filing.externalId}`
    : `The tracker dropped the field; the subject carries ${filing.externalId}`;
  if (ticket !== undefined) return { status: ticket.status, words: kept };
  return {
    status: state.existing.ok ? 'Not found by a search yet' : state.existing.failure.message,
    words: kept,
  };
}

/** The ticket, what was read back, and what happens next. */
export function FiledView({ filing, state }: { filing: Filed; state: DraftState }) {
  const { status, words } = readBack(filing, state);
  const link = safeLink(filing.ref.url);
  const ioc = state.draft.iocs[0];
  return (
    <>
      <div class="filed">
        <div class="filed-ticket">
          <Icon name="ticket" size="large" />
          <div>
            <h2>
              <a href={link ?? undefined} target="_blank" rel="noopener noreferrer">
                {filing.ref.key}
              </a>
            </h2>
            <p>{state.draft.title}</p>
          </div>
        </div>
        <dl class="pairs">
          <dt>Tracker</dt>
          <dd>{state.tracker?.name ?? filing.tracker}</dd>
          <dt>State</dt>
          <dd>{status}</dd>
          <dt>Filed</dt>
          <dd>{`${momentWords(filing.filedAt)}${filing.adopted ? ', found in the tracker' : ''}`}</dd>
          <dt>Read back</dt>
          <dd class="wrap">{words}</dd>
        </dl>
        <h3 class="section-head">What happens now</h3>
        <ul class="next">
          {ioc === undefined ? null : (
            <li>
              The Enrichment of <bdi class="ioc wrap">{ioc.value}</bdi> is closed. Nobody has to work it.
            </li>
          )}
          <li>
            Seen again, it re-runs the same Enrichment and adds a comment to {filing.ref.key}. No second
            ticket is filed.
          </li>
        </ul>
      </div>
      <footer class="actions">
        <CopyLink url={filing.ref.url} />
        <a class="button primary tall end" href={link ?? undefined} target="_blank" rel="noopener noreferrer">
          <Icon name="out" />
          Open {filing.ref.key}
        </a>
      </footer>
    </>
  );
}
