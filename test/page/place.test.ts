import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInView, place } from '../../lib/page/place';

const view = { width: 1280, height: 800 };
const card = { width: 448, height: 300 };
const at = (left: number, top: number) => ({ left, top, right: left + 90, bottom: top + 16 });

describe('the place of a card', () => {
  it('is under the indicator, its text in line with it', () => {
    expect(place(at(100, 200), card, view)).toEqual({ left: 92, top: 222, most: 800 - 8 - 222 });
  });

  it('is over it where there is no room under it', () => {
    expect(place(at(100, 700), card, view).top).toBe(700 - 6 - 300);
  });

  it('has its right edge in line with text that runs from right to left', () => {
    expect(place(at(600, 200), card, view, true).left).toBe(600 + 90 + 8 - 448);
  });

  it('never leaves the window, wherever the indicator stands', () => {
    assert(
      property(
        integer({ min: -2000, max: 3000 }),
        integer({ min: -2000, max: 3000 }),
        integer({ min: 1, max: 448 }),
        integer({ min: 1, max: 780 }),
        (left, top, width, height) => {
          const placed = place(at(left, top), { width, height }, view);
          expect(placed.left).toBeGreaterThanOrEqual(8);
          expect(placed.top).toBeGreaterThanOrEqual(8);
          expect(placed.left + width).toBeLessThanOrEqual(view.width - 8);
          expect(placed.top + Math.min(height, placed.most)).toBeLessThanOrEqual(view.height - 8);
        },
      ),
    );
  });

  it('begins inside a frame that is smaller than the card', () => {
    expect(place(at(10, 10), card, { width: 200, height: 100 })).toEqual({ left: 8, top: 8, most: 84 });
  });

  it('is as high as the room on the larger side, so that it does not lie over its indicator', () => {
    const low = { width: 640, height: 400 };
    expect(place(at(100, 20), { width: 448, height: 374 }, low)).toEqual({ left: 92, top: 42, most: 350 });
    const over = place(at(100, 300), { width: 448, height: 374 }, low);
    expect([over.top, over.most]).toEqual([8, 300 - 6 - 8]);
  });

  it('in a low frame shows at least its head beside the indicator, and lies over it only where not even that has room', () => {
    const frame = { width: 200, height: 120 };
    expect(place(at(10, 20), card, frame)).toMatchObject({ top: 42, most: 70 });
    expect(place(at(10, 27), card, frame)).toMatchObject({ top: 8, most: 104 });
  });

  it('is in view only while a pixel of it is', () => {
    expect(isInView(at(0, -16), view)).toBe(false);
    expect(isInView(at(0, -15), view)).toBe(true);
    expect(isInView(at(1280, 10), view)).toBe(false);
  });
});
