import { expect, it } from 'vitest';
import type { HttpRequest } from '../../lib/core/http';
import { answered } from '../../lib/core/reading';
import { answer, ip, keyOfIp, source } from './sources';
import { World } from './world';

const hour = 3_600_000;
const url = 'https://data.example/servers.json';

/** A source that reads from its data file who to ask, as RDAP does; the answer names the file's version. */
const withFile = source('one', {
  openToAll: true,
  fresh: { found: 1, none: 1 },
  files: () => [
    {
      name: 'servers',
      url,
      snapshot: { version: 'shipped' },
      valid: (content) => typeof content === 'object' && content !== null && 'version' in content,
      maxAge: 24 * hour,
    },
  ],
  read: (_answer, _ioc, { files }) => answered({ level: null, summary: JSON.stringify(files['servers']) }),
});

/** Which version of the file a lookup used. */
async function used(world: World): Promise<string> {
  await world.pass(1000);
  await world.engine.enrich([ip(1)], 'card', true);
  await world.closed(keyOfIp(1));
  const outcome = await world.outcome(keyOfIp(1), 'one');
  await world.quiet();
  return outcome?.state === 'answered' ? outcome.answer.summary : JSON.stringify(outcome);
}

it('the snapshot answers at once, and the newer file the next time', async () => {
  const world = new World(withFile);
  world.reply = () => answer(200, { version: 'new' });
  expect(await used(world)).toContain('shipped');
  expect(await used(world)).toContain('new');
  expect(world.sent.filter((one) => one.url === url)).toHaveLength(1);
});

it.each([
  ['a web page', answer(200, '<html>')],
  ['something else', answer(200, [])],
  ['an error', answer(500, {})],
])('%s is not taken for the file, and is not asked for again at once', async (_, bad) => {
  const world = new World(withFile);
  world.reply = (request) => (request.url === url ? bad : answer(200, {}));
  for (let n = 0; n < 3; n += 1) {
    expect(await used(world)).toContain('shipped');
    await world.pass(hour / 4);
  }
  expect(world.sent.filter((one) => one.url === url)).toHaveLength(1);
});

it('a day later it is asked for only whether it changed, and stays when it did not', async () => {
  const world = new World(withFile);
  const asked: HttpRequest[] = [];
  const date = 'Mon, 23 Nov 2026 06:00:00 GMT';
  world.reply = (request) => {
    if (request.url !== url) return answer(200, {});
    asked.push(request);
    return asked.length === 1
      ? answer(200, { version: 'new' }, { ETag: '"7"', 'Last-Modified': date })
      : answer(304, '');
  };
  await used(world);
  for (let day = 0; day < 3; day += 1) {
    await world.pass(25 * hour);
    expect(await used(world)).toContain('new');
  }
  expect(asked.slice(1).map(({ headers }) => headers)).toEqual(
    [1, 2, 3].map(() => ({ 'If-None-Match': '"7"', 'If-Modified-Since': date })),
  );
});
