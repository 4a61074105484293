import type { Enrichment, Report, Run, Step } from '../core/enrichment';
import { verdictOf } from '../core/override';
import type { Level } from '../core/verdict';
import type { Ioc } from '../ioc';
import { leadingOutcome, type Tick } from './skyline';
import type { Standing } from './words';
import { manyWords } from './words';

/** What a report says at a glance; the card and the panel draw it the same way. */
export interface Glance {
  readonly level: Level | null;
  /** In words: level, `running`, `failed` (nobody could answer) or `none`. */
  readonly standing: Standing;
  /** The large mark: the same, and what became of the questions where no level came out. */
  readonly mark: Standing;
  /** One sentence: why. */
  readonly why: string;
  readonly dissent: string;
  /** "3 of 7 answered", where not all did. */
  readonly progress: string;
  readonly steps: readonly Step[];
  /** Facts for the line under the IOC: "AS64501, NL". */
  readonly facts: readonly string[];
  readonly primary: 'file' | 'ticket' | 'again' | 'enrich' | null;
}

const answered = ({ outcome }: Step): boolean =>
  outcome.state === 'answered' || outcome.state === 'no-record';

/** A list that does not hold it is no answer about it. */
const heard = (step: Step): boolean =>
  answered(step) && !(step.outcome.state === 'no-record' && step.outcome.origin === 'list');

const couldNot = ({ outcome }: Step): boolean => outcome.state === 'failed' || outcome.state === 'quota';

/** Runs come newest first. */
export const latestRun = (report: Report | null): Run | undefined => report?.runs[0];

export const ticksOf = (steps: readonly Step[]): readonly Tick[] =>
  steps.map(({ provider, outcome }) => ({
    provider,
    state: outcome.state,
    level: outcome.state === 'answered' ? outcome.answer.level : null,
  }));

/** What tells most of an address or a name at a glance, in this order; other facts come after. */
const telling: readonly string[] = ['Network', 'Country', 'Holder', 'Registered', 'Owner', 'Provider'];

const rank = (label: string): number => (telling.includes(label) ? telling.indexOf(label) : telling.length);

/** Facts short enough to stand under the IOC, two at most; none that only repeats it. */
function shortFacts(steps: readonly Step[], { value: own }: Ioc): readonly string[] {
  const facts = steps.flatMap(({ outcome }) =>
    outcome.state === 'answered' && outcome.answer.level === null ? (outcome.answer.facts ?? []) : [],
  );
  return facts
    .filter(({ value }) => value !== own)
    .toSorted((a, b) => rank(a.label) - rank(b.label))
    .map(({ label, value }) => `${label} ${value}`)
    .filter((words) => words.length <= 24)
    .slice(0, 2);
}

function runningWhy(steps: readonly Step[], before: Enrichment | undefined): string {
  const left = steps.filter(({ outcome }) => outcome.state === 'running').length;
  const rest =
    left === 0 ? 'Being asked' : `${manyWords(left, 'source is', 'sources are')} still being asked`;
  if (before?.verdict !== undefined) return `${before.verdict.summary} ${rest}.`;
  return steps.length > left ? `No verdict yet; ${rest}.` : `No verdict yet. ${rest}.`;
}

/** Silence is not safety, and says so. */
const closedWhy = (level: Level | null, summary: string): string =>
  level === null ? `${summary} Do not read this as safe.`.trimStart() : summary;

function primaryOf(
  level: Level | null,
  running: boolean,
  steps: readonly Step[],
  enrichment: Enrichment,
): Glance['primary'] {
  const { filing } = enrichment;
  if (filing?.state === 'filed') return 'ticket';
  if (running || filing?.state === 'queued' || filing?.state === 'filing') return null;
  if (level === 'malicious') return 'file';
  return level === null && steps.some(couldNot) && !steps.some(heard) ? 'again' : null;
}

/** Before the first Enrichment: what the page's own mark says, by the lists in this browser. */
function unasked(running: boolean, known: Level | null): Glance {
  const [standing, why] = running
    ? (['running', 'The sources are being asked.'] as const)
    : known !== null
      ? ([known, 'By lists kept in this browser. No other source was asked yet.'] as const)
      : ([
          'none',
          'Not enriched yet, and nothing about it is kept in this browser. Do not read this as safe.',
        ] as const);
  const level = running ? null : known;
  const primary = running ? null : 'enrich';
  return { level, standing, mark: standing, why, dissent: '', progress: '', steps: [], facts: [], primary };
}

/** Reads a report at a glance. `running` and `known` are what the page knows before the first report arrives. */
export function glance(report: Report | null, running: boolean, known: Level | null = null): Glance {
  const run = latestRun(report);
  if (report === null || run === undefined) return unasked(running, known);
  const { enrichment } = report;
  const { steps } = run;
  const open = run.closedAt === undefined;
  const verdict = open && enrichment.override === undefined ? undefined : verdictOf(enrichment, run.verdict);
  const level = verdict?.level ?? (open ? enrichment.level : null);
  const allFailed = steps.some(couldNot) && !steps.some(heard);
  const done = steps.filter(answered).length;
  const standing = level ?? (open ? 'running' : allFailed ? 'failed' : 'none');
  return {
    level,
    standing,
    mark: standing === 'none' ? leadingOutcome(ticksOf(steps)) : standing,
    why: open ? runningWhy(steps, enrichment) : closedWhy(level, verdict?.summary ?? ''),
    dissent: verdict?.dissent ?? '',
    progress: open || allFailed ? `${done} of ${steps.length} answered` : '',
    steps,
    facts: shortFacts(steps, enrichment.ioc),
    primary: primaryOf(level, open, steps, enrichment),
  };
}
