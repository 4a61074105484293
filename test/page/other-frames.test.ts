import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OtherFrames } from '../../lib/page/other-frames';
import type { Messages, Send } from '../../lib/messages';

let frames: OtherFrames[] = [];
let sent = 0;

/** As the background does: what one says reaches every frame of the tab, the one that said it too. */
const send = ((_name: string, request: Messages['page.pointer']['request']) => {
  sent += 1;
  for (const frame of frames) frame.heard({ push: 'pointer', ...request });
  return Promise.resolve({ ok: true, value: {} });
}) as unknown as Send;

function frame() {
  const left = vi.fn();
  const made = new OtherFrames(send, left);
  frames.push(made);
  return { made, left };
}

beforeEach(() => {
  [frames, sent] = [[], 0];
  vi.stubGlobal('window', {});
  vi.stubGlobal('parent', {});
  vi.stubGlobal('length', 0);
});

afterEach(() => vi.unstubAllGlobals());

describe('the frames of a tab', () => {
  it('say that the pointer is in them while a card is open in another, once', () => {
    const [inner, outer] = [frame(), frame()];
    inner.made.isOpen = true;
    outer.made.moved();
    outer.made.moved();
    expect([inner.left.mock.calls.length, outer.left.mock.calls.length, sent]).toEqual([1, 0, 2]);
  });

  it('say it again when the pointer came back to the card and left it a second time', () => {
    const [inner, outer] = [frame(), frame()];
    inner.made.isOpen = true;
    outer.made.moved();
    inner.made.moved();
    outer.made.moved();
    expect(inner.left).toHaveBeenCalledTimes(2);
  });

  it('say nothing while no card is open, and end no card that is not open any more', () => {
    const [inner, outer] = [frame(), frame()];
    outer.made.moved();
    expect(sent).toBe(0);
    inner.made.isOpen = true;
    inner.made.isOpen = false;
    outer.made.moved();
    expect(inner.left).not.toHaveBeenCalled();
  });

  it('are silent where there is but one', () => {
    const alone = frame();
    vi.stubGlobal('parent', window);
    alone.made.isOpen = true;
    alone.made.moved();
    expect(sent).toBe(0);
  });
});
