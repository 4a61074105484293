import { defang, find } from '../ioc';
import type { Inline, Line } from './markdown/document';

/** Text with every indicator in it defanged and set as code, so that no tracker and no mail program makes a link of it. */
export function markIocs(text: string): Line {
  const line: Inline[] = [];
  let end = 0;
  for (const ioc of find(text)) {
    if (ioc.start > end) line.push({ text: text.slice(end, ioc.start) });
    line.push({ text: defang(ioc.value), mark: 'code' });
    end = ioc.end;
  }
  return end < text.length ? [...line, { text: text.slice(end) }] : line;
}
