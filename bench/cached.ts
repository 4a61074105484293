import { launchLoaded } from '../test/load/browser';

/** What the worker measures each round, in milliseconds. */
type Round = Readonly<
  Record<
    'bareMarks' | 'known' | 'bareEnrichments' | 'listed' | 'bareCache' | 'answers' | 'bareBoth' | 'rerun',
    number
  >
>;

/** 1,000 cached IOCs answered in one go, in a real browser's worker, beside bare reads of the same rows. */
const loaded = await launchLoaded({}, 'bench/cached-worker.ts');
try {
  const rounds = (await loaded.page.evaluate(() => chrome.runtime.sendMessage('measure'))) as Round[];
  const median = (figures: readonly number[]): number =>
    figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;
  const row = (what: string, ours: keyof Round, bare: keyof Round) => {
    const times = rounds.map((round) => round[ours] / round[bare]);
    return {
      what,
      ours: `${median(rounds.map((round) => round[ours])).toFixed(0)} ms`,
      bare: `${median(rounds.map((round) => round[bare])).toFixed(0)} ms`,
      // Of each round by itself: what disturbs one of the two seldom lasts as long as both.
      times: median(times).toFixed(2),
      from: Math.min(...times).toFixed(2),
      to: Math.max(...times).toFixed(2),
    };
  };
  console.table([
    row('marks of 1,000 IOCs', 'known', 'bareMarks'),
    row('rows of 1,000 IOCs', 'listed', 'bareEnrichments'),
    row('12,000 stored answers of 1,000 IOCs, with 1,000 verdicts', 'answers', 'bareCache'),
    row('a new run of each stored with them, beside reading and writing the same rows', 'rerun', 'bareBoth'),
  ]);
} finally {
  await loaded.close();
}
