import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Motion } from '../../lib/page/motion';
import { Watch } from '../../lib/page/watch';

vi.mock('../../lib/page/dom', () => ({
  hasAttributes: () => false,
  isElement: () => true,
  isRoot: () => false,
  isText: () => false,
  nameOf: () => 'div',
  attributeOf: () => null,
}));

let note: (records: readonly object[]) => void;
let motion: Motion;
let watch: Watch;
/** When changes were handed on. */
let read: number[];

const wait = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);
const styled = () => note([{ type: 'attributes', target: {} }]);
const added = () => note([{ type: 'childList', target: {}, addedNodes: [{}], removedNodes: [] }]);

beforeEach(() => {
  vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('MutationObserver', function observe(told: typeof note) {
    note = told;
  });
  read = [];
  motion = new Motion();
  watch = new Watch(motion, () => void read.push(performance.now()));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('what changes is handed on after 50 ms', () => {
  styled();
  wait(60);
  expect(read).toEqual([50]);
});

it('a page that changes more than can be read is asked less and less often', () => {
  for (let step = 0; step < 20; step += 1) {
    styled();
    watch.pace(true);
    wait(100);
  }
  expect(read.length).toBeLessThan(6);
});

it('what a stream brings is handed on 50 ms after it came', () => {
  for (let step = 0; step < 3; step += 1) {
    added();
    wait(100);
  }
  expect(read).toEqual([50, 150, 250]);
});

it('what a stream brought last is handed on once it has stopped, however far reading was behind', () => {
  for (let step = 0; step < 6; step += 1) watch.pace(true);
  added();
  wait(100);
  added();
  wait(115);
  expect(read).toEqual([]);
  wait(10);
  expect(read).toEqual([220]);
});
