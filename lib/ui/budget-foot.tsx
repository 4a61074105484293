import type { BudgetState } from '../messages';
import { countWords, untilWords } from './words';

/** A budget this far spent is said in full ink. */
const lowShare = 0.15;

const share = ({ left, of }: BudgetState): number => (of === 0 ? 0 : left / of);

const isLow = (budget: BudgetState): boolean => share(budget) <= lowShare;

const lasting = ({ per }: BudgetState): number => (typeof per === 'string' ? Infinity : per);

/** The longest window of each source (a minute's fills up again by itself), the scarcest first. */
export function scarcest(budgets: readonly BudgetState[]): readonly BudgetState[] {
  const shown = new Map<string, BudgetState>();
  for (const budget of budgets) {
    const other = shown.get(budget.provider);
    if (other === undefined || lasting(budget) > lasting(other)) shown.set(budget.provider, budget);
  }
  return [...shown.values()].sort((a, b) => share(a) - share(b));
}

/** "188 left", or why the source is closed and until when. */
export const budgetWords = (budget: BudgetState, now: number): string =>
  budget.closedUntil !== undefined && budget.closedUntil > now
    ? `back ${untilWords(budget.closedUntil, now)}`
    : `${countWords(budget.left)} left`;

export function Meter({ budget }: { budget: BudgetState }) {
  const spent = budget.of === 0 ? 100 : ((budget.of - budget.left) / budget.of) * 100;
  return (
    <span
      class={`meter ${isLow(budget) ? 'low' : ''}`}
      role="meter"
      aria-label={`${budget.name}: requests spent`}
      aria-valuemin={0}
      aria-valuemax={budget.of}
      aria-valuenow={budget.of - budget.left}
    >
      <span style={{ inlineSize: `${spent}%` }} />
    </span>
  );
}

/** What may still be asked: three sources at most, the scarcest first. */
export function BudgetFoot({ budgets, now }: { budgets: readonly BudgetState[]; now: number }) {
  if (budgets.length === 0) return <footer class="foot">No source that counts its requests is on.</footer>;
  return (
    <footer class="foot">
      {scarcest(budgets)
        .slice(0, 3)
        .map((budget) => (
          <span
            class={`budget ${isLow(budget) ? 'low' : ''}`}
            key={budget.provider}
            title={budget.closedWhy ?? ''}
          >
            <span class="cut">{budget.name}</span>
            <bdi class="budget-left">{budgetWords(budget, now)}</bdi>
            <Meter budget={budget} />
          </span>
        ))}
    </footer>
  );
}
