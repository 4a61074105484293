import { describe, expect, it } from 'vitest';
import { gulf, RunText } from '../../lib/page/run-text';

/** Nodes are their own names here: the run only carries them. */
const run = (...parts: readonly (readonly [node: string, data: string])[]): RunText<string> => {
  const made = new RunText<string>();
  for (const [node, data] of parts) made.add(node, data);
  return made;
};

describe('a run of text', () => {
  it('joins what inline elements split, and finds the way back into each node', () => {
    const split = run(['a', 'to 198'], ['b', '.'], ['c', '51.100'], ['d', '.23 end']);
    expect(split.text).toBe('to 198.51.100.23 end');
    expect(split.places(3, 16)).toEqual({
      start: { node: 'a', offset: 3 },
      end: { node: 'd', offset: 3 },
    });
  });

  it('ends a range in the node of its last character, not at the start of the next node', () => {
    const split = run(['a', '1.2.3.4'], ['b', ' next']);
    expect(split.places(0, 7)?.end).toEqual({ node: 'a', offset: 7 });
  });

  it('leaves out soft hyphens, zero-width spaces and word joiners and keeps the offsets true', () => {
    const soft = run(['a', 'x ev\u00adil\u200b.exa\u2060mple y']);
    expect(soft.text).toBe('x evil.example y');
    expect(soft.places(2, 14)).toEqual({
      start: { node: 'a', offset: 2 },
      end: { node: 'a', offset: 17 },
    });
  });

  it('begins a range behind an unseen character, not before it', () => {
    const soft = run(['a', '\u200b1.2.3.4']);
    expect(soft.places(0, 7)?.start).toEqual({ node: 'a', offset: 1 });
  });

  it('reads no-break spaces as spaces', () => {
    expect(run(['a', 'src\u00a010.1.2.3']).text).toBe('src 10.1.2.3');
  });

  it('takes a part of a node and still counts from the start of the node', () => {
    const part = new RunText<string>();
    part.add('a', 'aaaa 1.2.3.4 bbbb', 5, 12);
    expect(part.text).toBe('1.2.3.4');
    expect(part.places(0, 7)).toEqual({ start: { node: 'a', offset: 5 }, end: { node: 'a', offset: 12 } });
  });

  it('keeps stretches apart: no place lies between them, and each counts its own characters', () => {
    const cells = new RunText<string>();
    cells.break();
    cells.add('a', '198.51.100.7');
    cells.break();
    cells.break();
    expect(cells.open).toBe(false);
    expect(cells.stretch).toBe(0);
    expect(cells.nodeAt(12)).toBeUndefined();
    const start = cells.length;
    cells.add('b', 'evil.example');
    expect(cells.stretch).toBe(12);
    expect(cells.text).toBe(`198.51.100.7${gulf}evil.example`);
    expect(cells.nodeAt(11)).toBe('a');
    expect(cells.nodeAt(12)).toBeUndefined();
    expect(cells.places(start, start + 4)).toEqual({
      start: { node: 'b', offset: 0 },
      end: { node: 'b', offset: 4 },
    });
  });

  it('has no place beyond its end', () => {
    expect(run(['a', 'abc']).places(2, 9)).toBeNull();
    expect(run().places(0, 1)).toBeNull();
  });

  it('is open only where an indicator could go on', () => {
    expect(run(['a', 'evil']).open).toBe(true);
    expect(run(['a', 'evil ']).open).toBe(false);
    expect(run(['a', 'evil\n']).open).toBe(false);
    expect(run().open).toBe(false);
  });
});
