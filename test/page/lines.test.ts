import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Lines } from '../../lib/page/lines';
import { Motion } from '../../lib/page/motion';

let drawn: Map<string, Set<unknown>>;
let isReading: boolean;
let motion: Motion;
let lines: Lines;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  drawn = new Map();
  vi.stubGlobal('CSS', { highlights: drawn });
  vi.stubGlobal('Highlight', class extends Set {});
  vi.stubGlobal('document', { hidden: true });
  isReading = false;
  motion = new Motion();
  lines = new Lines(motion, () => isReading);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const count = (): number => drawn.get('sl-none')?.size ?? 0;
const change = (): void => lines.change({} as Range, null, 'sl-none');

describe('lines of a page that comes to rest', () => {
  it('wait for what is being read just then, and are drawn with it', () => {
    motion.scrolled();
    change();
    isReading = true;
    vi.advanceTimersByTime(150);
    expect(count()).toBe(0);
    change();
    isReading = false;
    vi.advanceTimersByTime(10);
    expect(count()).toBe(2);
  });

  it('do not wait for a reading that takes long', () => {
    motion.scrolled();
    change();
    isReading = true;
    vi.advanceTimersByTime(220);
    expect(count()).toBe(1);
  });

  it('are drawn at once where nothing is read', () => {
    motion.scrolled();
    change();
    vi.advanceTimersByTime(130);
    expect(count()).toBe(1);
  });
});

describe('lines of a page that moves on and on', () => {
  const range = {} as Range;
  const move = (milliseconds: number): void => {
    for (let left = milliseconds; left > 0; left -= 100) {
      motion.scrolled();
      vi.advanceTimersByTime(100);
    }
  };

  beforeEach(() => {
    lines.change(range, null, 'sl-none');
    vi.advanceTimersByTime(200);
    expect(count()).toBe(1);
  });

  it('are drawn within a second', () => {
    move(1_000);
    change();
    move(1_000);
    expect(count()).toBe(2);
  });

  it('are not taken away for that, which changes nothing in sight', () => {
    lines.change(range, 'sl-none', null);
    move(5_000);
    expect(count()).toBe(1);
    vi.advanceTimersByTime(200);
    expect(count()).toBe(0);
  });

  it('are taken away with the next that is drawn, or after 10 s', () => {
    lines.change(range, 'sl-none', null);
    move(1_000);
    change();
    move(1_000);
    expect(count()).toBe(1);
    lines.change(range, null, 'sl-none');
    move(1_000);
    lines.change(range, 'sl-none', null);
    move(11_000);
    expect(count()).toBe(1);
  });
});
