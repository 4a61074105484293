import type { Indicator } from '../ioc';
import type { Bearer } from './bearer';
import { uncut } from './cut';
import type { Find } from './find-memo';
import type { FarSight } from './far-sight';
import { Sight } from './gap';
import type { Entry, Indicators } from './indicators';
import { type Link, targetOf } from './link';
import type { RunText } from './run-text';
import type { Sighted } from './sighted';

/** What one indicator costs beside reading, in characters. */
const effort = 64;

/** Of all that is found in the runs of one owner, keeps what a person sees whole. */
export class Sift {
  readonly entries: Entry[] = [];
  /** Where they stand; empty where nobody asked for it. */
  readonly sighted: Sighted[] = [];
  /** Something was found that nobody sees now. */
  veiled = false;
  readonly #find: Find;
  readonly #indicators: Indicators;
  readonly #near: boolean;
  readonly #sight: Sight | FarSight;

  /** @param near Near the viewport: places are wanted. */
  constructor(find: Find, indicators: Indicators, sight: Sight | FarSight, near: boolean) {
    this.#find = find;
    this.#indicators = indicators;
    this.#near = near;
    this.#sight = sight;
  }

  /** Takes one run. Returns what it cost, in characters. */
  take(run: RunText<Bearer>, links: readonly Link[]): number {
    const { text } = run;
    const found = uncut(withLinks(this.#find(text), run, links, this.#find), run, this.#find);
    // By index: a loop over the values makes an object for each of them until it is compiled.
    for (let at = 0; at < found.length; at += 1) {
      const one = found[at];
      const first = one && run.nodeAt(one.start);
      if (one === undefined || first === undefined) continue;
      const { kind, value, start, end } = one;
      if (!isSeen(this.#sight, first, run.nodeAt(end - 1))) {
        this.veiled = true;
        continue;
      }
      const entry = this.#indicators.entry(kind, value);
      this.entries.push(entry);
      if (this.#near) this.sighted.push({ entry, run, start, end });
    }
    return run.length + found.length * effort;
  }
}

/** Are the first and the last of what holds it in sight? */
const isSeen = (sight: Sight | FarSight, first: Bearer, last: Bearer | undefined): boolean =>
  sight.isSeen(first) && (last === undefined || last === first || sight.isSeen(last));

/** Are all of these seen, each of them asked? */
export function areSeen(sighted: readonly Sighted[]): boolean {
  const sight = new Sight();
  return sighted.every(({ run, start, end }) => {
    const first = run.nodeAt(start);
    return first === undefined || isSeen(sight, first, run.nodeAt(end - 1));
  });
}

/** Adds where redirecting links of this run lead, unless their text names an indicator itself; sees through such text. */
function withLinks(
  written: readonly Indicator[],
  run: RunText<Bearer>,
  links: readonly Link[],
  find: Find,
): readonly Indicator[] {
  let found = written;
  for (let at = 0; at < written.length; at += 1) {
    const one = written[at];
    const led = one?.kind === 'url' ? seenThrough(one, find) : null;
    if (led !== null) found = found.with(at, led);
  }
  if (links.length === 0) return found;
  const more = links.flatMap(({ run: of, start, end, target }) => {
    const known = of !== run || found.some((one) => one.start < end && one.end > start);
    const led = known ? undefined : find(target)[0];
    return led === undefined ? [] : [{ ...led, start, end }];
  });
  return more.length === 0 ? found : [...found, ...more].toSorted((a, b) => a.start - b.start);
}

/** The address of a mail gateway that somebody pasted as text is about where it leads, not about the gateway. */
function seenThrough({ value, start, end }: Indicator, find: Find): Indicator | null {
  const target = targetOf(value);
  const led = target === null ? undefined : find(target)[0];
  return led === undefined ? null : { ...led, start, end };
}
