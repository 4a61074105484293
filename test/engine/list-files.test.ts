import { describe, expect, it } from 'vitest';
import { fail, type Result } from '../../lib/core/failure';
import type { HttpAnswer, HttpRequest } from '../../lib/core/http';
import { bad, body, file, good, hour, later, says, state, withList } from './list-source';
import { look, stored } from './shelves';
import { answer, ip } from './sources';
import { World } from './world';

describe('a list that is not here', () => {
  it('is a failure that people can read, never "not listed"', async () => {
    const world = new World(bad());
    world.reply = () => 'hang';
    void world.engine.resume();
    await world.quiet();
    expect(await says(world, 9)).toMatchObject({
      state: 'failed',
      failure: { message: /not downloaded yet/ },
    });
    expect(await world.engine.known([ip(9)])).toMatchObject([{ level: null }]);
  });

  it.each<[string, Result<HttpAnswer>, RegExp]>([
    ['a web page', body('<!doctype html><title>Log in'), /web page/],
    ['half a list', body('half'), /half/],
    ['something else', body('no\nlist\nat all\n1'), /not this list/],
    ['nothing', body(''), /not this list/],
    ['a list that moved away', answer(404, '<html>'), /404/],
    ['a refused key', answer(403, 'secret'), /403/],
    ['a server in trouble', answer(503, ''), /503/],
    ['"not modified" without a copy', answer(304, ''), /304/],
    [
      'too much',
      fail('too-large', 'lists.example sent more than 1 KiB. Nothing of it was read.'),
      /more than/,
    ],
    ['nobody there', fail('offline', 'lists.example could not be reached. Check the connection.'), /reached/],
  ])('says why where there came %s', async (_, reply, why) => {
    const world = new World(bad());
    world.reply = () => reply;
    await world.engine.resume();
    await world.until(async () => (await state(world))?.why !== undefined);
    expect((await state(world))?.why).toMatch(why);
    expect(await says(world, 9)).toMatchObject({
      state: 'failed',
      failure: { message: /could not be downloaded/ },
    });
    expect(await says(world, 1)).toMatchObject({ state: 'failed' });
    expect((await stored())[0]).toBe(0);
  });

  it('is not asked for without a grant, and is at once with one', async () => {
    const world = new World(bad());
    world.granted = () => false;
    world.reply = () => good;
    await world.engine.resume();
    await later(world, hour);
    expect([world.sent, await state(world)]).toMatchObject([[], { nextAt: null, fetchedAt: null }]);
    world.granted = () => true;
    await world.engine.reconsider();
    await world.until(async () => (await state(world))?.fetchedAt !== null);
    expect(await says(world, 1)).toMatchObject({ state: 'answered' });
  });

  it('is not asked for while its source lacks a key or is off', async () => {
    const world = new World(bad());
    world.sources = world.sources.map((source) => ({ ...source, settings: { key: '' } }));
    await world.engine.resume();
    await later(world, hour);
    expect(await says(world, 1)).toMatchObject({ state: 'not-configured', message: 'Needs a key.' });
    world.sources = [];
    await world.engine.reconsider();
    await later(world, hour);
    expect(world.sent).toEqual([]);
  });
});

describe('a list that is here', () => {
  it('answers for what is on it and what is not, with the age of the copy', async () => {
    const world = await withList();
    const at = (await state(world))?.fetchedAt;
    expect(await says(world, 1)).toMatchObject({ state: 'answered', origin: 'list', at });
    expect(await says(world, 9)).toMatchObject({ state: 'no-record', origin: 'list', at });
    expect(await world.engine.known([ip(1), ip(9)])).toMatchObject([{ level: 'malicious' }, { level: null }]);
    expect(at).toBe(world.clock.now() - 2 * hour);
  });

  it('is asked for only when it is due, by alarm, and only whether it changed', async () => {
    const world = await withList(
      body(ip(1).value, { ETag: 'W/"7"', 'Last-Modified': 'Mon, 23 Nov 2026 06:00:00 GMT' }),
    );
    const asked: HttpRequest[] = [];
    world.reply = (request) => {
      asked.push(request);
      return answer(304, '');
    };
    await later(world, hour);
    expect(asked).toEqual([]);
    expect(world.alarms.get('sightline-work')?.when).toBe((await state(world))?.nextAt);
    await later(world, 3 * hour);
    expect(asked[0]?.headers).toEqual({
      'If-None-Match': 'W/"7"',
      'If-Modified-Since': 'Mon, 23 Nov 2026 06:00:00 GMT',
    });
    await world.until(async () => (await state(world))?.fetchedAt === world.clock.now());
    expect(await says(world, 1)).toMatchObject({ state: 'answered' });
    expect(asked).toHaveLength(1);
  });

  it('stays whatever comes instead of a newer one, and its age is shown', async () => {
    const world = await withList();
    const { fetchedAt } = (await state(world)) ?? {};
    for (const reply of [body('<html>'), body('half'), body('x\ny\nz'), answer(500, ''), answer(404, '')]) {
      world.reply = () => reply;
      await later(world, 6 * hour);
      await world.until(async () => (await state(world))?.why !== undefined);
      expect(await says(world, 1)).toMatchObject({ state: 'answered', at: fetchedAt });
      expect(await says(world, 9)).toMatchObject({ state: 'no-record', at: fetchedAt });
    }
    expect(await stored()).toEqual([1, 1]);
    world.reply = () => good;
    await later(world, 6 * hour);
    await world.until(async () => (await state(world))?.why === undefined);
  });

  it('too old still says what is on it, but no more what is not', async () => {
    const world = await withList();
    world.reply = () => fail('offline', 'lists.example could not be reached. Check the connection.');
    await later(world, 72 * hour);
    expect(await state(world)).toMatchObject({ old: true, entries: 2 });
    expect(await says(world, 1)).toMatchObject({ state: 'answered' });
    expect(await says(world, 9)).toMatchObject({
      state: 'failed',
      failure: { message: /74 h old.*not be reached/ },
    });
  });

  it('that came from another address is not taken for the new one', async () => {
    const world = await withList();
    world.reply = () => 'hang';
    const moved = { ...file, url: 'https://mirror.example/bad.txt' };
    world.sources = world.sources.map((source) => ({ ...source, provider: bad([moved]) }));
    void world.engine.reconsider();
    await world.until(() => world.sent.at(-1)?.url.includes('mirror') === true);
    expect(await says(world, 1)).toMatchObject({ state: 'failed' });
    expect((await stored())[0]).toBe(0);
  });

  it('is forgotten with everything else, and does not come back late', async () => {
    const world = await withList();
    let come: (reply: Result<HttpAnswer>) => void = () => {};
    world.reply = () => new Promise((resolve) => (come = resolve));
    await later(world, 6 * hour);
    await world.engine.deleteAll();
    come(good);
    await world.quiet();
    expect([await stored(), await look((db) => db.count('lists'))]).toEqual([[0, 0], 0]);
  });
});
