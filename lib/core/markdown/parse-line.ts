import type { Inline, Line } from './document';

/** Code first, then links, then marks: the first that fits at a position wins; anything else is text. */
const patterns: readonly (readonly [RegExp, (found: RegExpExecArray) => Line])[] = [
  [/\\([!-/:-@[-`{-~])/y, ([, character = '']) => [{ text: character }]],
  [/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/sy, ([, , code = '']) => [{ text: unpad(code), mark: 'code' }]],
  [
    /\[((?:\\.|[^\\\]])+)\]\((https?:\/\/[^\s()<>]+)\)/sy,
    ([, label = '', link = '']) => [{ text: plain(label), link }],
  ],
  [/\*\*(?![\s*])((?:\\.|[^\\])+?)(?<!\s)\*\*/sy, ([, inner = '']) => marked(inner, 'strong')],
  [/\*(?![\s*])((?:\\.|[^\\*])+?)(?<!\s)\*(?!\*)/sy, ([, inner = '']) => marked(inner, 'em')],
  [/`+|[^\\`*[]+|[^]/y, ([text]) => [{ text }]],
];

/** Reads marks, code and links. Never fails: what is no markup is text. */
export function parseLine(source: string): Line {
  const line: Inline[] = [];
  for (let at = 0; at < source.length;) {
    const [length, found] = longestAt(source, at);
    at += length;
    for (const piece of found) append(line, piece);
  }
  return line;
}

function longestAt(source: string, at: number): readonly [number, Line] {
  for (const [pattern, read] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) return [found[0].length, read(found)];
  }
  return [1, []];
}

/** A code span may be padded by one space, for code that begins or ends with a backtick (CommonMark, 6.1). */
const unpad = (code: string): string => (/^ .*[^ ].* $|^ [^ ] $/s.test(code) ? code.slice(1, -1) : code);

const plain = (label: string): string =>
  parseLine(label)
    .map(({ text }) => text)
    .join('');

const marked = (inner: string, mark: 'strong' | 'em'): Line =>
  parseLine(inner).map((piece) => (piece.mark || piece.link ? piece : { text: piece.text, mark }));

function append(line: Inline[], piece: Inline): void {
  const last = line.at(-1);
  if (last && last.mark === piece.mark && last.link === piece.link && piece.mark !== 'code' && !piece.link) {
    line[line.length - 1] = { ...last, text: last.text + piece.text };
  } else if (piece.text !== '') line.push(piece);
}
