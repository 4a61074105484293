import { fail, ok, type Result } from '../../core/failure';
import { find } from '../../ioc';
import { sizeWords } from '../words';

/** Bytes read at a time: small enough that the panel stays alive, large enough to be quick. */
const slice = 1 << 20;

/** Larger files belong in a log search. */
export const largestFile = 200_000_000;

/** A line longer than this is searched in parts; an indicator across the cut may be missed. */
const longestLine = 1 << 18;

export interface ReadProgress {
  readonly read: number;
  readonly of: number;
  readonly found: number;
}

/** UTF-16 by its mark (Windows exports), else UTF-8; null for what is no text at all. */
function encodingOf(first: Uint8Array): string | null {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  return first.subarray(0, 4096).includes(0) ? null : 'utf-8';
}

/**
 * Finds the indicators of a text file, slice by slice, each once, as they are written there. The file itself
 * goes nowhere; only what was found is handed on.
 * @param onProgress called after every slice
 * @returns one indicator a line
 */
export async function readFile(
  file: File,
  onProgress: (progress: ReadProgress) => void,
  signal: AbortSignal,
): Promise<Result<string>> {
  if (file.size > largestFile)
    return fail(
      'too-large',
      `${file.name} has ${sizeWords(file.size)}; up to ${sizeWords(largestFile)} are read. Cut it and drop the part you need.`,
    );
  const found = new Map<string, string>();
  let decoder: TextDecoder | undefined;
  let rest = '';
  for (let at = 0; at < file.size; at += slice) {
    if (signal.aborted) return fail('cancelled', 'Reading was cancelled. Nothing was asked.');
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.slice(at, at + slice).arrayBuffer());
    } catch {
      return fail('cut-off', `${file.name} could not be read. It was moved or changed; drop it again.`);
    }
    if (decoder === undefined) {
      const encoding = encodingOf(bytes);
      if (encoding === null)
        return fail('rejected', `${file.name} is not text. Logs, CSV, JSON and mail sources are read.`);
      decoder = new TextDecoder(encoding);
    }
    const text = rest + decoder.decode(bytes, { stream: true });
    const cut = text.lastIndexOf('\n') + 1;
    const end = cut === 0 && text.length < longestLine ? 0 : cut || text.length;
    collect(text.slice(0, end), found);
    rest = text.slice(end);
    onProgress({ read: Math.min(at + slice, file.size), of: file.size, found: found.size });
  }
  collect(rest + (decoder?.decode() ?? ''), found);
  if (found.size === 0)
    return fail(
      'missing',
      `No IOC in ${file.name}. Addresses, domains, URLs, hashes, CVEs and ASNs are understood.`,
    );
  return ok([...found.values()].join('\n'));
}

function collect(text: string, into: Map<string, string>): void {
  for (const { kind, value, start, end } of find(text)) {
    const key = `${kind}|${value}`;
    if (!into.has(key)) into.set(key, text.slice(start, end).replace(/\s+/g, ''));
  }
}
