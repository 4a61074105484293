import { beforeEach, describe, expect, it } from 'vitest';
import { Waiting } from '../../entrypoints/background/waiting';

const at = (tabId: number, frameId = 0, document = `${tabId}.${frameId}`) => ({ tabId, frameId, document });

let waiting: Waiting;
beforeEach(() => {
  waiting = new Waiting();
});

describe('nobody waits for an indicator any more', () => {
  it('when its card closes, or opens for another', () => {
    expect(waiting.card(at(1), 'a')).toEqual([]);
    expect(waiting.card(at(1), 'b')).toEqual(['a']);
    expect(waiting.cardClosed(at(1))).toEqual(['b']);
    expect(waiting.cardClosed(at(1))).toEqual([]);
  });

  it('when the page that shows it is left, or its tab is closed', () => {
    waiting.screen(at(1), ['a', 'b']);
    waiting.screen(at(1, 4), ['c']);
    expect(waiting.left(at(1))).toEqual(['a', 'b']);
    expect(waiting.tabClosed(1)).toEqual(['c']);
    expect(waiting.tabClosed(1)).toEqual([]);
  });

  it('when another document is in the frame, though the one before said nothing', () => {
    waiting.screen(at(1, 0, 'before'), ['a']);
    waiting.card(at(1, 4, 'inner'), 'c');
    expect(waiting.arrived(at(1, 0, 'after'))).toEqual(['a']);
    expect(waiting.unwanted(['a', 'c'])).toEqual(['a']);
  });

  it('when its card closed before the run was open', () => {
    waiting.card(at(1), 'a');
    waiting.cardClosed(at(1));
    expect(waiting.unwanted(['a'])).toEqual(['a']);
  });
});

describe('somebody still waits', () => {
  it('where another tab has its card open', () => {
    waiting.card(at(1), 'a');
    waiting.card(at(2), 'a');
    expect(waiting.cardClosed(at(1))).toEqual([]);
    expect(waiting.cardClosed(at(2))).toEqual(['a']);
  });

  it('where a page shows it whose card of it closed', () => {
    waiting.screen(at(1), ['a']);
    waiting.card(at(1), 'a');
    expect(waiting.cardClosed(at(1))).toEqual([]);
    expect(waiting.left(at(1))).toEqual(['a']);
  });

  it('where the same document says again that it is there', () => {
    waiting.screen(at(1), ['a']);
    expect(waiting.arrived(at(1))).toEqual([]);
    expect(waiting.unwanted(['a'])).toEqual([]);
  });

  it('where the same card opens again for the same', () => {
    waiting.card(at(1), 'a');
    expect(waiting.card(at(1), 'a')).toEqual([]);
  });
});

it('a card that nobody opened closes nothing', () => {
  expect(waiting.cardClosed(at(1))).toEqual([]);
  expect(waiting.left(at(1))).toEqual([]);
});
