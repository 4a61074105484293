import { find } from '../lib/ioc';
import { random, type Sample } from './samples';
import { best, bestOf, growthOf, pieces, type Read } from './timing';

/** What texts are mixed from: what the readers stop at, look for, or give up on. */
const tokens = [
  String.raw`. , : :: ; / // \ \\ \n \/ - _ @ # % & = ? ! * + ~ ^ $ " ' < > | [ ] ( ) { } [] () << >>`,
  String.raw`[.] (.) {.} [. .] [[.]] \. [:] [://] :// :\/\/ [/] [@] (at) [at] [dot] (dot) [dot as at v AS CVE dot`,
  'a b1 f 1 7 A Ab www com de sh is name zip onion co.uk test evil x.y a.com evil.com System user host domain',
  '1.1 1.2.3.4 255 256 010 /24 8080 ::1 fe80 2001:db8 0x deadbeef 0123456789abcdef CVE-2021- 44228 AS6 ASN64500',
  'http https hxxp h**p h[tt]p ftp meow http:// https://a.com/ hxxp[://] http%3A%2F%2F %3A%2F%2F %2F %3a &amp; \\u0026',
  'é 例 рф 。 ． ｡ 、 – “ € 😀 \u200b \u00ad \u0301 \ud800 ß ı ﬀ 中国 xn-- xn--p1ai',
]
  .flatMap((line) => line.split(' '))
  .concat(' ', '  ', '\n', '\t', '\0', '\r\n', '\u00a0', ' dot ', ' at ', ' . ', ' @ ', 'version ', 'AS ');

const LENGTH = 100_000;

/** How many times as long as ordinary text is too long. */
const LIMIT = 3;
/** A text with an indicator in fewer characters is full of them: the real feeds have one in 30. */
const FULL = 30;
/** How many of the slowest are shown, with their growth. */
const SHOWN = 20;

const repeat =
  (unit: string) =>
  (length: number): string =>
    unit.repeat(Math.ceil(length / unit.length));

/** Milliseconds for a million characters of ordinary text. */
const ordinaryOf = (read: Read, ordinary: readonly Sample[]): number => {
  const parts = ordinary.flatMap(({ text }) => pieces(text));
  return (bestOf(read, parts, 5) / parts.reduce((sum, part) => sum + part.length, 0)) * 1e6;
};

/** How many characters there are to an indicator. */
const densityOf = (text: string): number => text.length / find(text).length;

/** Whether such texts are full of indicators: each of those has to be written out. */
export const isFull = (make: (length: number) => string): boolean => densityOf(make(LENGTH)) < FULL;

interface Slow {
  readonly unit: string;
  readonly times: number;
  /** How many characters there are to an indicator. */
  readonly density: number;
}

const print = (slow: readonly Slow[], read: Read, base: number): void => {
  console.log(`${'text'.padEnd(44)} times  growth  characters to an indicator`);
  for (const { unit, density } of slow.slice(0, SHOWN)) {
    const { perMb, growth } = growthOf(read, repeat(unit));
    const cells = [(perMb / base).toFixed(1).padStart(5), growth.toFixed(2).padStart(7)];
    console.log(
      JSON.stringify(unit).padEnd(44),
      ...cells,
      Number.isFinite(density) ? density.toFixed(0).padStart(7) : '',
    );
  }
};

/**
 * `npm run bench -- search [patterns] [seed]` looks for slow texts: random mixtures of one to five signs and words, each repeated,
 * against the ordinary texts in the same process. Those that take more than three times as long are told apart by whether they are
 * full of indicators: each of those has to be written out.
 */
export const hunt = (
  read: Read,
  ordinary: readonly Sample[],
  [count = 3000, seed = 1]: readonly number[],
): void => {
  const next = random(seed);
  const units = Array.from({ length: count }, () =>
    Array.from({ length: 1 + next(5) }, () => tokens[next(tokens.length)]).join(''),
  );
  const base = ordinaryOf(read, ordinary);
  const slow: Slow[] = [];
  for (const unit of units) {
    const text = repeat(unit)(LENGTH);
    const timesOf = (rounds: number): number => ((best(read, text, rounds) / text.length) * 1e6) / base;
    // What is compiled for other texts runs slowly at first.
    if (timesOf(3) < LIMIT) continue;
    const times = timesOf(20);
    if (times > LIMIT) slow.push({ unit, times, density: densityOf(text) });
  }
  slow.sort((a, b) => b.times - a.times);
  const full = slow.filter((one) => one.density < FULL);
  const others = slow.filter((one) => one.density >= FULL);
  console.log(`\n${count} mixtures, against ${(base / 1e3).toFixed(4)} s/MB for the ordinary texts`);
  console.log(`\n${others.length} took more than ${LIMIT} times as long and hold few indicators or none\n`);
  print(others, read, base);
  console.log(
    `\n${full.length} took more than ${LIMIT} times as long and hold one in ${FULL} characters at least\n`,
  );
  print(full, read, base);
};
