import type { DraftState } from '../../messages';
import { safeLink } from '../source-row';

/** What was searched for so that nothing is filed twice, and what was found. */
export function Searched({ state }: { state: DraftState }) {
  const { existing, tracker, draft } = state;
  if (tracker === null) return <p>No tracker is set up yet. The draft is kept.</p>;
  if (!existing.ok)
    return (
      <p>
        {tracker.name} could not be searched. {existing.failure.message} Filing searches again first.
      </p>
    );
  const open = existing.value.filter((ticket) => ticket.open);
  if (open.length === 0)
    return (
      <p>
        No open ticket carries <code>{draft.externalId}</code>. Searched {tracker.name} just now.
      </p>
    );
  return (
    <p>
      Already open:{' '}
      {open.map(({ ref, status }) => (
        <span key={ref.id}>
          <a href={safeLink(ref.url) ?? undefined} target="_blank" rel="noopener noreferrer">
            {ref.key}
          </a>{' '}
          ({status}).{' '}
        </span>
      ))}
      Filing takes it over; no second ticket is made.
    </p>
  );
}
