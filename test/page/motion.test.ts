import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Motion } from '../../lib/page/motion';

let motion: Motion;

const after = (milliseconds: number): void => void vi.advanceTimersByTime(milliseconds);

/** Text every so many milliseconds, which the page follows to its end with the frame after it. */
function stream(every: number, frame: number): void {
  for (let piece = 0; piece < 20; piece += 1) {
    motion.arrived();
    after(frame);
    motion.scrolled();
    after(every - frame);
  }
  motion.arrived();
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0, toFake: ['performance'] });
  motion = new Motion();
});

afterEach(() => void vi.useRealTimers());

describe('a page', () => {
  it('is at rest before anything came', () => {
    expect(motion.isMoving).toBe(false);
  });

  it('moves for 120 ms after it scrolled', () => {
    motion.scrolled();
    after(119);
    expect(motion.isMoving).toBe(true);
    after(2);
    expect(motion.isMoving).toBe(false);
  });

  it('rests 120 ms after its last text, though a busy browser tells later that it followed its end', () => {
    stream(100, 60);
    after(60);
    motion.scrolled();
    after(61);
    expect(motion.isMoving).toBe(false);
  });

  it('moves on where somebody scrolls through what just came', () => {
    stream(100, 60);
    after(16);
    motion.scrolled();
    after(16);
    motion.scrolled();
    after(119);
    expect(motion.isMoving).toBe(true);
  });

  it('does not rest between the pieces of a stream that a busy page draws slowly', () => {
    stream(135, 80);
    after(145);
    expect(motion.isMoving).toBe(true);
    after(6);
    expect(motion.isMoving).toBe(false);
  });

  it('takes text that comes now and then for no stream', () => {
    stream(500, 16);
    after(121);
    expect(motion.isMoving).toBe(false);
  });
});
