import { describe, expect, it } from 'vitest';
import { HoverIntent } from '../../lib/page/hover-intent';

describe('hover intent', () => {
  it('opens after the pointer rested on an indicator, not before', () => {
    const intent = new HoverIntent<string>();
    expect(intent.see({ hit: 'a' }, 1000)).toEqual({ decision: null, wait: 300 });
    expect(intent.see({ hit: 'a' }, 1200)).toEqual({ decision: null, wait: 100 });
    expect(intent.see({ hit: 'a' }, 1300).decision).toEqual({ open: 'a' });
  });

  it('does not open for a pointer that passes over many', () => {
    const intent = new HoverIntent<string>();
    for (let at = 0; at < 20; at += 1) {
      expect(intent.see({ hit: `row ${at}` }, at * 100).decision).toBeNull();
    }
  });

  it('lets the pointer travel over other indicators into the card', () => {
    const intent = new HoverIntent<string>();
    intent.see({ hit: 'a' }, 0);
    intent.see({ hit: 'a' }, 300);
    expect(intent.see({ hit: 'b' }, 400).decision).toBeNull();
    expect(intent.see('elsewhere', 500).decision).toBeNull();
    expect(intent.see('card', 700).decision).toBeNull();
    expect(intent.see('card', 9000)).toEqual({ decision: null, wait: null });
  });

  it('closes when the pointer stays away from both', () => {
    const intent = new HoverIntent<string>();
    intent.see({ hit: 'a' }, 0);
    intent.see({ hit: 'a' }, 300);
    const left = intent.see('elsewhere', 1000);
    expect(left.decision).toBeNull();
    expect(intent.see('elsewhere', 1000 + (left.wait ?? 0)).decision).toBe('close');
    expect(intent.see('elsewhere', 5000)).toEqual({ decision: null, wait: null });
  });

  it('moves to another indicator that the pointer rests on', () => {
    const intent = new HoverIntent<string>();
    intent.see({ hit: 'a' }, 0);
    intent.see({ hit: 'a' }, 300);
    intent.see({ hit: 'b' }, 400);
    expect(intent.see({ hit: 'b' }, 700).decision).toEqual({ open: 'b' });
  });

  it('starts again after a press', () => {
    const intent = new HoverIntent<string>();
    intent.see({ hit: 'a' }, 0);
    intent.reset(290);
    expect(intent.see({ hit: 'a' }, 310).decision).toBeNull();
    expect(intent.see({ hit: 'a' }, 590).decision).toEqual({ open: 'a' });
  });

  it('does not open again what is open', () => {
    const intent = new HoverIntent<string>();
    intent.shown('a');
    expect(intent.see({ hit: 'a' }, 0)).toEqual({ decision: null, wait: null });
    expect(intent.see({ hit: 'a' }, 5000)).toEqual({ decision: null, wait: null });
  });
});
