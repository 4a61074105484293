import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fail, ok } from '../../lib/core/failure';
import type { Send } from '../../lib/messages';
import { FrontScript, offer } from '../../lib/page/front-script';

const front = { card: {} };
let asked: string[];
let answer: () => ReturnType<Send>;

const script = (): FrontScript => {
  const send = ((name: string) => {
    asked.push(name);
    return answer();
  }) as Send;
  return new FrontScript({} as never, send, {} as never);
};
const offered = () => offer((() => front) as never);

beforeEach(() => {
  asked = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  delete (globalThis as { sightlineFront?: unknown }).sightlineFront;
});

it('is asked for once, however often it is needed, and is there from then on', async () => {
  answer = () => {
    offered();
    return Promise.resolve(ok({})) as never;
  };
  const one = script();
  expect(one.front).toBeNull();
  expect(await Promise.all([one.need(), one.need()])).toEqual([ok(front), ok(front)]);
  expect(one.front).toBe(front);
  expect(asked).toEqual(['page.front']);
});

it('is not asked for where the frame has it: the site was switched off and on', async () => {
  offered();
  expect(await script().need()).toEqual(ok(front));
  expect(asked).toEqual([]);
});

it('is not asked for again at once where the browser did not let it in, but later', async () => {
  answer = () => Promise.resolve(fail('rejected', 'No.')) as never;
  const one = script();
  expect((await one.need()).ok).toBe(false);
  await one.need();
  expect(asked).toHaveLength(1);
  vi.advanceTimersByTime(10_000);
  offered();
  answer = () => Promise.resolve(ok({})) as never;
  expect((await one.need()).ok).toBe(true);
});

it('says what to do where the browser says that it came and it did not', async () => {
  answer = () => Promise.resolve(ok({})) as never;
  expect(await script().need()).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining('Reload') },
  });
});
