import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Slices, type Work } from '../../lib/page/slices';

type IdleCall = (deadline: { didTimeout: boolean; timeRemaining(): number }) => void;

/** What the browser was asked to do when it is idle, and as soon as it can. */
let idle: IdleCall[];
let soon: (() => void)[];
let priorities: string[];
let moving: boolean;
let slices: Slices;

/** Steps of two milliseconds. */
function* steps(count: number, done: string[], name: string): Work {
  for (let step = 0; step < count; step += 1) {
    vi.advanceTimersByTime(2);
    done.push(name);
    yield;
  }
}

const frame = (remaining: number, didTimeout = false): void =>
  idle.shift()?.({ didTimeout, timeRemaining: () => remaining });

beforeEach(() => {
  vi.useFakeTimers({ now: 0, toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  [idle, soon, priorities, moving] = [[], [], [], false];
  vi.stubGlobal('document', { hidden: false });
  vi.stubGlobal('requestIdleCallback', (call: IdleCall) => idle.push(call));
  vi.stubGlobal('cancelIdleCallback', (id: number) => void idle.splice(id - 1, 1));
  vi.stubGlobal('scheduler', {
    postTask: async (task: () => void, { priority }: { priority: string }) => {
      soon.push(task);
      priorities.push(priority);
    },
  });
  slices = new Slices(() => moving);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('work in slices', () => {
  it('goes on as soon as the browser can while the page rests', () => {
    const done: string[] = [];
    slices.add('rest', steps(4, done, 'a'));
    soon.shift()?.();
    expect(done).toHaveLength(3);
    soon.shift()?.();
    expect(done).toHaveLength(4);
    expect(idle).toEqual([]);
  });

  it('lets all else go first where nobody waits for it, but not for long', () => {
    const done: string[] = [];
    slices.add('rest', steps(4, done, 'rest'));
    vi.advanceTimersByTime(59);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(done).toHaveLength(3);
    // The browser has time at last for what it was asked before.
    soon.shift()?.();
    expect(done).toHaveLength(3);
    slices.add('near', steps(1, done, 'near'));
    while (soon.length > 0) soon.shift()?.();
    expect(done).toEqual(['rest', 'rest', 'rest', 'near', 'rest']);
    expect(priorities).toEqual(['background', 'background', 'user-visible']);
  });

  it('does not wait with what somebody waits for, and goes no faster afterwards', () => {
    const done: string[] = [];
    slices.add('rest', steps(7, done, 'rest'));
    slices.add('near', steps(1, done, 'near'));
    expect(priorities).toEqual(['background', 'user-visible']);
    soon.pop()?.();
    expect(done).toEqual(['near', 'rest', 'rest']);
    // The first is too late; the last of three is what is asked for now.
    soon.shift()?.();
    expect(done).toHaveLength(3);
    expect(priorities).toEqual(['background', 'user-visible', 'background']);
  });

  it('takes what the frames of a moving page leave over', () => {
    moving = true;
    const done: string[] = [];
    slices.add('rest', steps(9, done, 'a'));
    expect(soon).toEqual([]);
    frame(4);
    expect(done).toHaveLength(2);
    frame(50);
    expect(done).toHaveLength(5);
  });

  it('takes a little where a moving page left it nothing for long', () => {
    moving = true;
    const done: string[] = [];
    slices.add('rest', steps(9, done, 'a'));
    frame(0, true);
    expect(done).toHaveLength(1);
  });

  it('waits no longer once there is more to do in a page that came to rest', () => {
    moving = true;
    const done: string[] = [];
    slices.add('changed', steps(1, done, 'changed'));
    moving = false;
    slices.add('near', steps(1, done, 'near'));
    expect(idle).toEqual([]);
    while (soon.length > 0) soon.shift()?.();
    expect(done).toEqual(['near', 'changed']);
  });

  it('does not wait for frames that a page behind others never draws', () => {
    moving = true;
    vi.stubGlobal('document', { hidden: true });
    slices.add('rest', steps(1, [], 'a'));
    expect(idle).toEqual([]);
    expect(soon).toHaveLength(1);
  });

  it('goes on after work that failed', () => {
    const done: string[] = [];
    slices.add(
      'near',
      (function* (): Work {
        yield;
        throw new Error('A page like no other.');
      })(),
    );
    slices.add('rest', steps(1, done, 'rest'));
    expect(soon.shift()).toThrow('A page like no other.');
    while (soon.length > 0) soon.shift()?.();
    expect(done).toEqual(['rest']);
  });

  it('does what is near first', () => {
    const done: string[] = [];
    slices.add('rest', steps(1, done, 'rest'));
    slices.add('changed', steps(1, done, 'changed'));
    slices.add('near', steps(1, done, 'near'));
    while (soon.length > 0) soon.shift()?.();
    expect(done).toEqual(['near', 'changed', 'rest']);
  });
});
