import type { Level } from '../../core/verdict';
import { listPart, type Messages, type Send } from '../../messages';
import type { Result } from '../../core/failure';

/** Characters in one message; the browsers take 64 MB. */
const longest = 16_000_000;

interface List {
  readonly name: string;
  readonly text: string;
  readonly level: Level;
}

/** Hands a list to the background, a long one in parts that end with a line. `told` hears how much has gone, 0 to 1. */
export async function sendList(
  send: Send,
  { name, text, level }: List,
  told: (share: number) => void = () => {},
): Promise<Result<Messages['list.import']['reply']>> {
  const parts = partsOf(text, longest);
  const last = parts.pop() ?? '';
  for (const [nth, part] of parts.entries()) {
    const kept = await send('scratch.set', { name: listPart(nth), text: part });
    if (!kept.ok) return kept;
    told((nth + 1) / (parts.length + 1));
  }
  return send('list.import', { name, text: last, level, parts: parts.length });
}

/** Parts of at most so many characters, each ending with a line where it has one. */
export function partsOf(text: string, most: number): string[] {
  const parts: string[] = [];
  let at = 0;
  while (text.length - at > most) {
    const line = text.lastIndexOf('\n', at + most - 1);
    const end = line < at ? at + most : line + 1;
    parts.push(text.slice(at, end));
    at = end;
  }
  return [...parts, text.slice(at)];
}
