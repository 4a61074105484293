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
  const median = (name: keyof Round): number =>
    rounds.map((round) => round[name]).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? NaN;
  const row = (what: string, ours: keyof Round, bare: keyof Round) => ({
    what,
    ours: `${median(ours).toFixed(0)} ms`,
    bare: `${median(bare).toFixed(0)} ms`,
    times: (median(ours) / median(bare)).toFixed(2),
  });
  console.table([
    row('marks of 1,000 IOCs', 'known', 'bareMarks'),
    row('rows of 1,000 IOCs', 'listed', 'bareEnrichments'),
    row('12,000 stored answers of 1,000 IOCs, with 1,000 verdicts', 'answers', 'bareCache'),
    row('a new run of each stored with them, beside reading and writing the same rows', 'rerun', 'bareBoth'),
  ]);
} finally {
  await loaded.close();
}
