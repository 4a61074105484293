import { contains, elementBefore, isConnected, isElement, parentOf } from './dom';
import { ownerOf, type Standing, Standings } from './owner';
import type { Slices, Work } from './slices';
import type { TextIndex } from './text-index';
import type { Owner, Unit } from './unit';
import type { Unread } from './unread';
import type { Changes } from './watch';

/** More changed elements than this: every unit near the viewport is looked at instead of asking each. */
const manyLooks = 32;

/** Turns what changed into reading: each changed owner once, new blocks with all that is in them. */
export function* reread(
  changes: Changes,
  index: TextIndex,
  near: Iterable<Unit>,
  slices: Slices,
  unread: Unread,
): Generator<void> {
  const owners = new Set<Owner>();
  const standings = new Standings(changes.fresh);
  let seen = 0;
  for (const node of changes.owners) {
    const owner = ownerOf(node);
    if (owner !== null && isConnected(owner)) owners.add(owner);
    if (++seen % 64 === 0) yield;
  }
  for (const unit of looked(changes.looks, near)) owners.add(unit.owner);
  /** Rows that came together are read together: their shelf is then closed once. */
  const groups: Element[][] = [];
  for (const fresh of changes.fresh) {
    if (++seen % 64 === 0) yield;
    if (!isConnected(fresh) || standings.of(fresh) !== 'open') continue;
    const parent = parentOf(fresh);
    const row = parent !== null && isElement(parent) ? ownerOf(parent) : null;
    if (row !== null && index.isWhole(row)) owners.add(row);
    else if (elementBefore(fresh) === (groups.at(-1)?.at(-1) ?? fresh)) groups.at(-1)?.push(fresh);
    else groups.push([fresh]);
  }
  unread.add(groups);
  for (const owner of owners) {
    const standing = standings.of(owner);
    if (standing === 'covered' || changes.fresh.has(owner as Element)) continue;
    slices.add(index.unitOf(owner) === undefined ? 'changed' : 'near', again(owner, standing, index));
  }
}

/** Reads one owner again, or lets it go where it became an editor. */
export function* again(owner: Owner, standing: Standing, index: TextIndex): Work {
  const unit = index.unitOf(owner);
  if (standing === 'shut' || !isConnected(owner)) {
    if (unit !== undefined) index.drop(unit);
    return;
  }
  const whole = index.isWhole(owner);
  const blocks = yield* index.take(owner);
  if (whole && !index.isWhole(owner)) for (const block of blocks) yield* index.walk([block]);
}

function* looked(looks: ReadonlySet<Element>, near: Iterable<Unit>): Generator<Unit> {
  if (looks.size === 0) return;
  for (const unit of near) {
    if (looks.size > manyLooks) yield unit;
    else {
      for (const element of looks) {
        if (contains(element, unit.element) || contains(unit.element, element)) {
          yield unit;
          break;
        }
      }
    }
  }
}
