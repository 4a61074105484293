import { afterEach, describe, expect, it, vi } from 'vitest';
import { fail } from '../../lib/core/failure';
import type { Send } from '../../lib/messages';
import { Sightline } from '../../lib/page/start';

vi.mock('../../lib/page/overlay', () => ({ removeStale: () => undefined }));
vi.mock('../../lib/page/page', () => ({ Page: null }));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Starts in a document; counts how often the background is told that it is there. */
function started(document: object): () => number {
  vi.useFakeTimers();
  vi.stubGlobal('document', document);
  vi.stubGlobal('addEventListener', () => undefined);
  let hellos = 0;
  const send = ((name: string) => {
    if (name === 'page.hello') hellos += 1;
    return Promise.resolve(fail('offline', 'Nobody is there.'));
  }) as unknown as Send;
  new Sightline(() => [], send).start(
    () => undefined,
    () => true,
  );
  return () => hellos;
}

describe('a page that the browser loaded ahead of the visit', () => {
  it('says that it is there when it is visited: before, it did not count', () => {
    const document = Object.assign(new EventTarget(), { prerendering: true });
    const hellos = started(document);
    expect(hellos()).toBe(1);
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(hellos()).toBe(2);
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(hellos()).toBe(2);
  });

  it('is no page that a visit loaded, whatever it claims', () => {
    const document = new EventTarget();
    const hellos = started(document);
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(hellos()).toBe(1);
  });
});
