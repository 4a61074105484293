/**
 * How fast and how right the detector is: `npm run bench`. Times are the best of several runs, taken in turn, so that a
 * busy machine disturbs all alike. Folders of real texts and labelled cases are read where they are.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractIOC } from 'ioc-extractor';
import { find } from '../lib/ioc';
import { score, type Detector, type Labelled } from '../test/ioc/score';
import { adversarial, feed, samples } from './samples';
import { hunt, isFull } from './slow-texts';
import { best, bestOf, growthOf, pieces } from './timing';

const fixtures = process.env['FIXTURES'] ?? '../shared/fixtures';

let sink = 0;

const bareLoop = (text: string): void => {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  sink += sum;
};

const oneExpression = (text: string): void => {
  sink += text.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g)?.length ?? 0;
};

const ours = (text: string): void => {
  sink += find(text).length;
};

const theirs = (text: string): void => {
  sink += extractIOC(text).domains.length;
};

const row = (...cells: readonly (string | number)[]): void => {
  const [first = '', ...others] = cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell));
  console.log(first.padEnd(30), ...others.map((cell) => cell.padStart(11)));
};

const speeds = (): number => {
  console.log('\nSpeed, MB/s (millions of characters a second); "times" is how many bare loops it takes\n');
  row('text', 'bare loop', 'one regexp', 'sightline', 'times', 'ioc-extr.', 'times');
  const total = [0, 0, 0, 0, 0];
  const all = [...samples(join(fixtures, 'texts')), feed];
  for (const read of [bareLoop, oneExpression, ours]) for (const { text } of all) read(text);
  for (const { name, text } of all) {
    const parts = pieces(text);
    const times = [bareLoop, oneExpression, ours].map((read) => bestOf(read, parts, 9));
    const [first = ''] = parts;
    const peer = (best(theirs, first, 2) / first.length) * text.length;
    const [bare = 0, expression = 0, own = 0] = times;
    const speed = (time: number): number => text.length / time / 1e3;
    row(name, speed(bare), speed(expression), speed(own), own / bare, speed(peer), peer / bare);
    if (name !== feed.name)
      [text.length, bare, expression, own, peer].forEach((x, i) => (total[i] = (total[i] ?? 0) + x));
  }
  const [length = 0, bare = 0, expression = 0, own = 0, peer = 0] = total;
  const speed = (time: number): number => length / time / 1e3;
  row('all but the feed', speed(bare), speed(expression), speed(own), own / bare, speed(peer), peer / bare);
  console.log(
    `\nsightline takes ${(own / bare).toFixed(1)} bare loops and is ${(peer / own).toFixed(0)} times as fast as ioc-extractor`,
  );
  return (own / length) * 1e6;
};

const hostile = (ordinary: number): void => {
  console.log(`\nTexts made to be slow, against ${(ordinary / 1e3).toFixed(4)} s/MB for the ordinary ones\n`);
  row('text', 's/MB', 'times', 'growth', 'full of IOCs');
  for (const [name, make] of Object.entries(adversarial)) {
    const { perMb, growth } = growthOf(ours, make);
    row(name, (perMb / 1e3).toFixed(4), perMb / ordinary, growth.toFixed(2), isFull(make) ? 'yes' : '');
  }
};

const peerKinds: Readonly<Record<string, string>> = {
  asns: 'asn',
  cves: 'cve',
  domains: 'domain',
  emails: 'email',
  ipv4s: 'ipv4',
  ipv6s: 'ipv6',
  md5s: 'md5',
  sha1s: 'sha1',
  sha256s: 'sha256',
  sha512s: 'sha512',
  urls: 'url',
};

const peer: Detector = (text) =>
  Object.entries(extractIOC(text)).flatMap(([name, values]) => {
    const kind = peerKinds[name];
    return kind === undefined ? [] : (values as string[]).map((value) => ({ kind, value }));
  });

const accuracy = (): void => {
  const file = join(fixtures, 'ioc-cases.jsonl');
  if (!existsSync(file)) return;
  const cases = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);
  console.log('\nAccuracy on the public test suites of other extractors\n');
  row('', 'F1', 'precision', 'recall', 'clean');
  for (const tier of ['core', 'hard']) {
    for (const [name, detect] of [['sightline', find] as const, ['ioc-extractor', peer] as const]) {
      const { f1, precision, recall, clean, missed, extra } = score(
        cases.filter((one) => one.tier === tier),
        detect,
      );
      row(`${tier}: ${name}`, ...[f1, precision, recall, clean].map((share) => share.toFixed(4)));
      if (detect === find)
        for (const one of [...missed, ...extra.map((pair) => `${pair} (extra)`)]) console.log(`   ${one}`);
    }
  }
};

if (process.argv[2] === 'search')
  hunt(ours, samples(join(fixtures, 'texts')), process.argv.slice(3).map(Number));
else {
  accuracy();
  hostile(speeds());
}
console.log(`\n(${sink} keeps the loops from being removed)`);
