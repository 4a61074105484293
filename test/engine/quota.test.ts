import { describe, expect, it } from 'vitest';
import { rateLimit } from '../../lib/core/quota';
import type { AskedProvider } from '../../lib/core/plugin';
import { answer, ip, keyOfIp, source } from './sources';
import { World } from './world';

const midnight = Date.UTC(2026, 10, 25);

const told = (limit: string, remaining: string, more: Record<string, string> = {}) =>
  answer(200, { bad: 0 }, { 'X-RateLimit-Limit': limit, 'X-RateLimit-Remaining': remaining, ...more });

const daily = (more: Partial<AskedProvider> = {}) =>
  source('one', {
    limits: [{ requests: 500, per: 'day' }],
    quota: (got) => rateLimit(got, 'day'),
    ...more,
  });

const enrich = async (world: World, ...last: number[]) => {
  await world.engine.enrich(last.map(ip), 'card');
  await world.closed(...last.map(keyOfIp));
};

describe('what the headers of an answer say of a budget', () => {
  it('counts where somebody else uses the key too: less is left than we asked', async () => {
    const world = new World(daily());
    world.reply = () => told('500', '312');
    await enrich(world, 1);
    expect(await world.engine.budgets()).toMatchObject([{ left: 312, of: 500, per: 'day' }]);
  });

  it('holds the source back when nothing is left, until its window starts anew, and over the death of a worker', async () => {
    const world = new World(daily());
    world.reply = () => told('500', '1');
    await enrich(world, 1);
    world.reply = () => told('500', '0');
    await enrich(world, 2);
    await world.restart();
    await enrich(world, 3);
    expect(world.sent).toHaveLength(2);
    expect(await world.outcome(keyOfIp(3), 'one')).toMatchObject({
      state: 'quota',
      failure: { retryAt: midnight },
    });
    world.clock.time = midnight + 1000;
    world.reply = () => told('500', '499');
    await world.engine.onAlarm('sightline-work');
    await world.closed(keyOfIp(3));
    expect(world.sent).toHaveLength(3);
    expect(await world.engine.budgets()).toMatchObject([{ left: 499 }]);
  });

  it('sends no more than is left, though many wait at once', async () => {
    const world = new World(daily());
    world.reply = () => told('500', '3');
    await enrich(world, 1);
    world.reply = () => answer(200, { bad: 0 });
    await enrich(world, 2, 3, 4, 5, 6, 7);
    expect(world.sent).toHaveLength(4);
  });

  it('does not count twice what is out together: all that is left is asked', async () => {
    const world = new World(daily());
    world.reply = (_request, nth) =>
      new Promise((resolve) =>
        world.clock.after(100 * Math.ceil(nth / 4) + ((nth - 1) % 4), () =>
          resolve(told('500', String(20 - nth))),
        ),
      );
    await enrich(world, ...Array.from({ length: 20 }, (_, nth) => nth));
    expect(world.sent).toHaveLength(20);
  });

  it('does not let what overtook another answer raise what is left', async () => {
    const world = new World(daily());
    world.reply = () => told('500', '10');
    await enrich(world, 1);
    world.reply = () => told('500', '400');
    await enrich(world, 2);
    expect(await world.engine.budgets()).toMatchObject([{ left: 9 }]);
  });

  it('raises the limit where the plan is bigger than the settings say', async () => {
    const world = new World(daily({ limits: [{ requests: 1, per: 'day' }] }));
    world.reply = () => told('3000', '2999');
    await enrich(world, 1);
    await enrich(world, 2);
    expect(world.sent).toHaveLength(2);
    expect(await world.engine.budgets()).toMatchObject([{ of: 3000, left: 2998 }]);
  });

  it.each([
    ['no figures', 'many', 'few'],
    ['more left than there is', '100', '101'],
    ['a size of nothing', '0', '0'],
    ['less than nothing', '500', '-3'],
    ['no end', '9'.repeat(15), '9'.repeat(15)],
  ])('is not believed where it is absurd: %s', async (_what, limit, remaining) => {
    const world = new World(daily());
    world.reply = () => told(limit, remaining);
    await enrich(world, 1);
    expect(await world.engine.budgets()).toMatchObject([{ left: 499, of: 500 }]);
  });

  it('is missed by nobody where it is missing', async () => {
    const world = new World(daily());
    await enrich(world, 1);
    expect(await world.engine.budgets()).toMatchObject([{ left: 499, of: 500 }]);
  });

  it('believes no reset further away than the window is long', async () => {
    const world = new World(daily());
    world.reply = () => told('500', '0', { 'X-RateLimit-Reset': '99999999999' });
    await enrich(world, 1);
    await enrich(world, 2);
    expect(await world.outcome(keyOfIp(2), 'one')).toMatchObject({ failure: { retryAt: midnight } });
  });

  it('is forgotten with the key it was said about', async () => {
    const world = new World(daily());
    world.reply = () => told('500', '0');
    await enrich(world, 1);
    world.sources = world.sources.map((one) => ({ ...one, version: '2' }));
    world.reply = () => answer(200, { bad: 0 });
    await world.engine.reconsider();
    await enrich(world, 2);
    expect(await world.outcome(keyOfIp(2), 'one')).toMatchObject({ state: 'answered' });
  });

  it('is no harm where the plug-in that reads it has a bug', async () => {
    const world = new World(
      daily({
        quota: () => {
          throw new TypeError('oops');
        },
      }),
    );
    await enrich(world, 1);
    expect(await world.outcome(keyOfIp(1), 'one')).toMatchObject({ state: 'answered' });
  });
});
