import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Arrivals } from '../../lib/page/arrivals';
import { Motion } from '../../lib/page/motion';
import type { Unit } from '../../lib/page/unit';

let motion: Motion;
let arrivals: Arrivals;
let onRest: () => void;
let stayed: (readonly [unit: Unit, at: number])[];

const unit = (): Unit => ({}) as Unit;
const wait = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);

beforeEach(() => {
  vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  motion = new Motion();
  stayed = [];
  onRest = () => undefined;
  arrivals = new Arrivals(
    motion,
    () => onRest(),
    (units) => {
      for (const one of units) stayed.push([one, performance.now()]);
    },
  );
});

afterEach(() => vi.useRealTimers());

describe('text that came near the viewport', () => {
  it('is handed on at once where the page is at rest', () => {
    const one = unit();
    arrivals.add([one]);
    expect(stayed).toEqual([[one, 0]]);
  });

  it('is handed on together when the page has come to rest, within 150 ms', () => {
    const units = [unit(), unit(), unit()];
    for (const one of units) {
      motion.scrolled();
      arrivals.add([one]);
      wait(100);
    }
    expect(stayed).toEqual([]);
    wait(50);
    expect(stayed.map(([one]) => one)).toEqual(units);
    expect(new Set(stayed.map(([, at]) => at)).size).toBe(1);
  });

  it('is handed on while the page moves, once it stayed', () => {
    const one = unit();
    arrivals.add([one]);
    stayed = [];
    motion.scrolled();
    arrivals.add([one]);
    for (let step = 0; step < 20; step += 1) {
      wait(50);
      motion.scrolled();
    }
    expect(stayed).toEqual([[one, 900]]);
  });

  it('is not handed on where it streamed by', () => {
    for (let step = 0; step < 50; step += 1) {
      motion.scrolled();
      const one = unit();
      arrivals.add([one]);
      wait(100);
      motion.scrolled();
      arrivals.remove(one);
    }
    wait(1_000);
    expect(stayed).toEqual([]);
  });

  it('is looked for once when a page rests in which text came, and handed on with the rest', () => {
    const [told, looked] = [unit(), unit()];
    onRest = () => arrivals.add([looked]);
    for (let step = 0; step < 3; step += 1) {
      motion.arrived();
      arrivals.expect();
      wait(100);
    }
    arrivals.add([told]);
    expect(stayed).toEqual([]);
    wait(1_000);
    expect(stayed.map(([one]) => one).toSorted()).toEqual([told, looked].toSorted());
    expect(new Set(stayed.map(([, at]) => at)).size).toBe(1);
  });

  it('is looked for at once where the page is at rest', () => {
    const one = unit();
    onRest = () => arrivals.add([one]);
    arrivals.expect();
    expect(stayed).toEqual([[one, 0]]);
  });

  it('is not handed on after the end', () => {
    motion.scrolled();
    arrivals.add([unit()]);
    arrivals.expect();
    onRest = () => arrivals.add([unit()]);
    arrivals.stop();
    wait(1_000);
    expect(stayed).toEqual([]);
  });
});
