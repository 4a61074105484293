import { beforeEach, describe, expect, it } from 'vitest';
import { TabSets } from '../../entrypoints/background/tab-sets';

const [one, two] = [
  { kind: 'ipv4', value: '192.0.2.1' },
  { kind: 'ipv4', value: '192.0.2.2' },
] as const;

let sets: TabSets;

const shown = (tabId = 7) => sets.iocsOf(tabId).map(({ value }) => value);

beforeEach(() => {
  sets = new TabSets();
});

describe('the set of a tab', () => {
  it('is gathered over its frames, each indicator once', () => {
    sets.start(7, 0, 'top');
    sets.start(7, 4, 'inner');
    sets.frame(7, 0, 'top')?.change([one], []);
    sets.frame(7, 4, 'inner')?.change([one, two], []);
    expect(shown()).toEqual([one.value, two.value]);
    expect(sets.shownOf(7, ['ipv4|192.0.2.1', 'ipv4|192.0.2.9'])).toBe(1);
  });

  it('takes nothing from a document that another took the place of', () => {
    sets.start(7, 0, 'gone');
    sets.start(7, 0, 'here');
    expect(sets.frame(7, 0, 'gone')).toBeNull();
    expect(shown()).toEqual([]);
  });

  it('takes nothing from what arrived before the frame began anew and was answered after', () => {
    sets.start(7, 0, 'gone');
    const late = sets.frame(7, 0, 'gone');
    sets.start(7, 0, 'here');
    late?.change([one], []);
    expect(shown()).toEqual([]);
  });

  it('takes nothing from what was on its way when the site was switched off in the same document', () => {
    sets.start(7, 0, 'here');
    const late = sets.frame(7, 0, 'here');
    sets.start(7, 0, 'here');
    late?.change([one], []);
    expect(shown()).toEqual([]);
  });

  it('takes nothing from a frame that did not say it is there: the background may have started since', () => {
    expect(sets.frame(7, 4, 'inner')).toBeNull();
  });

  it('loses its frames with the document around them, and says which to ask again', () => {
    sets.start(7, 0, 'top');
    sets.start(7, 4, 'inner');
    sets.frame(7, 4, 'inner')?.change([one], []);
    expect(sets.start(7, 0, 'next')).toEqual([4]);
    expect(shown()).toEqual([]);
  });

  it('is as before when the frame that has gone came back meanwhile', () => {
    const gone = sets.start(7, 0, 'top') === null ? null : sets.frame(7, 0, 'top');
    sets.start(7, 0, 'next');
    sets.frame(7, 0, 'next')?.change([two], []);
    if (gone !== null) sets.drop(7, 0, gone);
    expect(shown()).toEqual([two.value]);
  });

  it('knows the tabs that show one of these, with those they show', () => {
    sets.start(7, 0, 'top');
    sets.start(8, 0, 'other');
    sets.frame(7, 0, 'top')?.change([one, two], []);
    sets.frame(8, 0, 'other')?.change([two], []);
    expect(sets.tabsShowing(['ipv4|192.0.2.1'])).toEqual([{ tabId: 7, keys: ['ipv4|192.0.2.1'] }]);
    expect(sets.tabsShowing([]).map(({ tabId }) => tabId)).toEqual([7, 8]);
    sets.forget(7);
    expect(shown()).toEqual([]);
  });
});
