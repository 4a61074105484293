import { beforeEach, describe, expect, it, vi } from 'vitest';

interface Fake {
  readonly name: string;
  readonly style: string;
  readonly root: object | null;
}

vi.mock('../../lib/page/dom', () => ({
  attributeOf: (element: Fake) => element.style,
  firstChildOf: () => ({}),
  nameOf: (element: Fake) => element.name,
}));

let asked: Fake[];
let rootOf: (element: Fake, name: string, text: boolean) => unknown;

beforeEach(async () => {
  asked = [];
  vi.stubGlobal('HTMLElement', { [Symbol.hasInstance]: () => true });
  const openOrClosedShadowRoot = (element: Fake): object | null => {
    asked.push(element);
    return element.root;
  };
  vi.stubGlobal('chrome', { dom: { openOrClosedShadowRoot } });
  vi.resetModules();
  ({ rootOf } = (await import('../../lib/page/shadow')) as unknown as { rootOf: typeof rootOf });
});

const ask = (style: string, root: object | null = null, name = 'span', text = true): unknown =>
  rootOf({ name, style, root }, name, text);
const times = (count: number, go: () => unknown): void => {
  for (let at = 0; at < count; at += 1) go();
};

describe('the closed root of an element that holds text alone', () => {
  it('is asked for in few of many elements that are alike', () => {
    times(1_064, () => ask('cell'));
    expect(asked.length).toBeLessThan(140);
  });

  it('is found in the first of their kind, however many of another kind had none', () => {
    const root = {};
    times(500, () => ask('cell'));
    expect(ask('host', root)).toBe(root);
    expect(ask('cell', root, 'div')).toBe(root);
  });

  it('is asked for in each again once one of a kind has one', () => {
    const root = {};
    times(64, () => ask('cell'));
    expect(ask('cell', root)).toBe(root);
    times(100, () => expect(ask('cell', root)).toBe(root));
  });

  it('is asked for in every custom element, and in every element that holds more than text', () => {
    times(200, () => ask('cell', null, 'x-cell'));
    times(200, () => ask('cell', null, 'div', false));
    expect(asked).toHaveLength(400);
  });
});
