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

/** The slowest that are measured again. */
const SHOWN = 30;

const repeat =
  (unit: string) =>
  (length: number): string =>
    unit.repeat(Math.ceil(length / unit.length));

/** Milliseconds for a million characters of ordinary text. */
const ordinaryOf = (read: Read, ordinary: readonly Sample[]): number => {
  const parts = ordinary.flatMap(({ text }) => pieces(text));
  return (bestOf(read, parts, 5) / parts.reduce((sum, part) => sum + part.length, 0)) * 1e6;
};

/**
 * `npm run bench -- search [patterns] [seed]` looks for slow texts: random mixtures of one to five signs and words, each repeated,
 * against the ordinary texts in the same process. The slowest are measured again, with their growth and how many characters
 * stand for each indicator that is really in them.
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
  let base = ordinaryOf(read, ordinary);
  const times = units.map((unit) => {
    const text = repeat(unit)(LENGTH);
    return { unit, times: ((best(read, text, 3) / text.length) * 1e6) / base };
  });
  const over = times.filter((one) => one.times > 3).length;
  console.log(
    `\n${over} of ${count} mixtures took more than 3 times as long as ordinary text; the slowest, again:\n`,
  );
  console.log(`${'text'.padEnd(50)} times  growth  characters for each indicator`);
  base = ordinaryOf(read, ordinary);
  const slowest = times.sort((a, b) => b.times - a.times).slice(0, SHOWN);
  const again = slowest.map(({ unit }) => ({ unit, cost: growthOf(read, repeat(unit)) }));
  for (const { unit, cost } of again.sort((a, b) => b.cost.perMb - a.cost.perMb)) {
    const found = find(repeat(unit)(LENGTH)).length;
    const density = found > 100 ? (LENGTH / found).toFixed(0) : 'none';
    console.log(
      JSON.stringify(unit).padEnd(50),
      (cost.perMb / base).toFixed(1).padStart(5),
      cost.growth.toFixed(2).padStart(7),
      density.padStart(7),
    );
  }
};
