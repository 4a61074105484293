import type { Indicator, Kind } from '../ioc';
import type { Bearer } from './bearer';
import { attributeOf, isElement, parentOf } from './dom';
import type { Find } from './find-memo';
import { gulf, type RunText } from './run-text';

/** Kinds that would be whole at any length: an ellipsis after one of them is never a mere pause in a sentence. */
const open: ReadonlySet<Kind> = new Set(['url', 'email', 'md5', 'sha1', 'sha256', 'sha512']);

const before = /(?:\u2026|\.{3,})$/;
const after = /^(?:\u2026|\.{3,})(.?)/s;

/** The run says itself that something is missing: an ellipsis ends it. */
const atEnd = /(\S+?)(?:\u2026|\.{3,})\s*$/;

/** Characters of a value that was cut and of an attribute that holds the whole. */
const longest = 4_096;

/**
 * Is this what is left of a value that a console shortened ("b0c1f3…", "http://evil…/x.php")? Text that CSS alone cuts is
 * whole in the page and no matter here.
 */
export function isCutOff(text: string, { kind, start, end }: Omit<Indicator, 'value'>): boolean {
  if (before.test(text.slice(Math.max(0, start - 4), start))) return true;
  const next = after.exec(text.slice(end, end + 16))?.[1];
  if (next === undefined) return false;
  // "198.51.100.23… timed out" is a sentence; "198.51.100.2…" at the end of a cell or a line is not.
  return next === '' || !/[^\S\n]/.test(next) || open.has(kind) || text.slice(end).trim().length <= 3;
}

/**
 * Leaves out what is cut off, and puts the whole value in its place where an attribute around the text holds it: Splunk's
 * fields (`a.f-v[title]`), tool tips. Only one that begins with what is shown is believed.
 */
export function uncut(found: readonly Indicator[], run: RunText<Bearer>, find: Find): readonly Indicator[] {
  const { text } = run;
  if (!text.includes('…') && !text.includes('...')) return found;
  const all: Indicator[] = [];
  let at = 0;
  let from = 0;
  for (const stretch of text.split(gulf)) {
    const to = from + stretch.length;
    const kept: Indicator[] = [];
    for (let one = found[at]; one !== undefined && one.end <= to; one = found[++at]) {
      const here = { kind: one.kind, start: one.start - from, end: one.end - from };
      if (!isCutOff(stretch, here)) kept.push(one);
    }
    const whole = wholeAtEnd(run, stretch, to, find);
    for (const one of kept) if (whole === null || one.end <= whole.start) all.push(one);
    if (whole !== null) all.push(whole);
    from = to + gulf.length;
  }
  return all;
}

function wholeAtEnd(run: RunText<Bearer>, stretch: string, to: number, find: Find): Indicator | null {
  const tail = atEnd.exec(stretch.slice(-longest));
  if (tail === null) return null;
  const [all, shown = ''] = tail;
  const start = to - all.length;
  const bearer = run.nodeAt(start + shown.length - 1);
  if (bearer === undefined) return null;
  let at: Node | null = isElement(bearer) ? bearer : parentOf(bearer);
  for (let step = 0; step < 2 && at !== null && isElement(at); step += 1, at = parentOf(at)) {
    for (const name of ['title', 'aria-label', 'data-value']) {
      const value = attributeOf(at, name) ?? '';
      if (value.length <= shown.length || value.length > longest || !value.startsWith(shown)) continue;
      const led = find(value)[0];
      if (led?.start === 0) return { ...led, start, end: start + shown.length };
    }
  }
  return null;
}
