import { rectOf } from './dom';
import type { Hit } from './hit';
import { isInView } from './place';
import type { Unit } from './unit';

/** An indicator that is on screen, with the box of its last line. */
export interface InView {
  readonly hit: Hit;
  readonly box: DOMRect;
}

/** More than anybody can look at; a page that prints more at once keeps the lines. */
const most = 300;

/** Units looked at between two places where the pass may be interrupted. */
const stride = 16;

/** What is on screen now, of all that is near it and `wanted`: to ask for a place costs more than to ask for anything else. */
export function* inView(
  near: Iterable<Unit>,
  wanted: (hit: Hit) => boolean,
): Generator<void, readonly InView[]> {
  const view = { width: innerWidth, height: innerHeight };
  const seen: InView[] = [];
  let at = 0;
  for (const unit of near) {
    at += 1;
    if (at % stride === 0) yield;
    if (!unit.hits.some(wanted) || !isInView(rectOf(unit.element), view)) continue;
    for (const hit of unit.hits) {
      if (!wanted(hit)) continue;
      const boxes = hit.range.getClientRects();
      const box = boxes.item(boxes.length - 1);
      if (box === null || !isInView(box, view)) continue;
      seen.push({ hit, box });
      if (seen.length >= most) return seen;
    }
  }
  return seen;
}
