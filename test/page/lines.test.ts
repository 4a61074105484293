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
