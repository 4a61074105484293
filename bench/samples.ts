import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Sample {
  readonly name: string;
  readonly text: string;
}

const LENGTH = 400_000;

/** The same numbers on every run (a linear congruential generator, Numerical Recipes). */
export const random = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const next = random(1);
const pick = (words: string): string => {
  const all = words.split(' ');
  return all[next(all.length)] ?? '';
};
const address = (): string => `${1 + next(223)}.${next(256)}.${next(256)}.${next(256)}`;
const hex = (length: number): string => Array.from({ length }, () => next(16).toString(16)).join('');
const word = (): string =>
  pick('the request was sent to a server that answered with an error after some time and then closed it');
const host = (): string =>
  `${pick('www mail cdn api login ns1')}.${pick('example contoso fabrikam')}-${next(999)}.${pick('com net org de top')}`;
const time = (): string =>
  `2026-03-${10 + next(20)}T${10 + next(13)}:${10 + next(49)}:${10 + next(49)}.${next(999)}Z`;

const repeat = (line: () => string): string => {
  const lines: string[] = [];
  for (let length = 0; length < LENGTH; length += (lines.at(-1)?.length ?? 0) + 1) lines.push(line());
  return lines.join('\n');
};

const own: readonly Sample[] = [
  {
    name: 'own: access log',
    text: repeat(
      () =>
        `${address()} - - [${time()}] "GET /${word()}/${word()}.html?id=${next(9999)} HTTP/1.1" 200 ${next(99999)} "https://${host()}/${word()}" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36"`,
    ),
  },
  {
    name: 'own: firewall JSON',
    text: repeat(
      () =>
        `{"ts":"${time()}","uid":"C${hex(16)}","src":"${address()}","sport":${next(65536)},"dst":"${address()}","dport":443,"server_name":"${host()}","rule":{"id":${next(999)},"name":"allow ${word()}"}}`,
    ),
  },
  {
    name: 'own: report',
    text: repeat(
      () =>
        `${Array.from({ length: 40 }, word).join(' ')}. The sample ${hex(64)} resolves ${host().replaceAll('.', '[.]')} and asks hxxps://${host().replaceAll('.', '[.]')}/${word()}/${word()}.php.`,
    ),
  },
  { name: 'own: prose', text: repeat(() => `${Array.from({ length: 14 }, word).join(' ')}.`) },
];

/** Every line is an indicator. */
export const feed: Sample = {
  name: 'feed: every line an IOC',
  text: repeat(
    () =>
      [
        address,
        host,
        () => `https://${host()}/${word()}`,
        () => hex(64),
        () => hex(40),
        () => address().replaceAll('.', '[.]'),
      ][next(6)]?.() ?? '',
  ),
};

/** The texts of the project's own and, where the folder is there, real logs and reports. */
export const samples = (folder: string): readonly Sample[] => {
  if (!existsSync(folder)) return own;
  const files = readdirSync(folder).sort();
  return [...own, ...files.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))];
};

/** Texts made to slow a detector down, by what they repeat. */
export const adversarial: Readonly<Record<string, (length: number) => string>> = Object.fromEntries([
  ...[
    'a.a.a.',
    '1.1.1.',
    '[.][.]',
    'a@a@',
    'hxxp://hxxp://',
    '::::',
    'a(.)',
    'http://a.com/((',
    'dot dot ',
    '%2F%2F',
    '-a-.',
    'é.例',
    'http%3A%2F%2F',
    '//;a.com',
    'a.com/.',
    '@a.com//',
    '://@a.com//',
    'a@a。http',
    '::|',
    '[:]f',
    '[:]b1',
    'hxxp[://]as',
    'ß(dot)ıftp ',
    'www.例s',
    'as dot AS%3A',
    '%3A%2F%2F',
    '\\n\\n',
  ].map((unit) => [unit, (length: number) => unit.repeat(Math.ceil(length / unit.length))] as const),
  ['hex without end', (length: number) => '0123456789abcdef'.repeat(Math.ceil(length / 16))],
  ['nested brackets', (length: number) => '['.repeat(length / 2) + ']'.repeat(length / 2)],
  ['http://a.com/ and brackets', (length: number) => `http://a.com/${'('.repeat(length)}`],
  ['one label without end', (length: number) => `${'a'.repeat(length)}.com`],
  [
    'é1.com é2.com …',
    (length: number) => Array.from({ length: length / 10 }, (_, i) => `é${i + 10_000}.com`).join(' '),
  ],
  [
    'the same in paths',
    (length: number) => Array.from({ length: length / 13 }, (_, i) => `/a/é${i + 10_000}.com`).join(' '),
  ],
]);
