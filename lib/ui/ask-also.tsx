import type { Offer } from '../core/offer';

interface AskAlsoProps {
  readonly offers: readonly Offer[];
  onAsk(provider: string): void;
}

/** One button for each source that is asked by name only and has not answered yet. */
export function AskAlso({ offers, onAsk }: AskAlsoProps) {
  if (offers.length === 0) return null;
  return (
    <div class="ask-also">
      {offers.map(({ provider, name }) => (
        <button key={provider} type="button" class="button plain short" onClick={() => onAsk(provider)}>
          {`Ask ${name}`}
        </button>
      ))}
    </div>
  );
}
