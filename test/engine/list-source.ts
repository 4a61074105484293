import { z } from 'zod';
import { fail, ok } from '../../lib/core/failure';
import { defineLocalProvider, type ListFile } from '../../lib/core/plugin';
import { answered, none } from '../../lib/core/reading';
import { answer, ip, keyOfIp } from './sources';
import { World } from './world';

export const hour = 3_600_000;
export const url = 'https://lists.example/bad.txt';

export const file: ListFile = {
  name: 'bad',
  url,
  kinds: ['ipv4'],
  every: 6 * hour,
  atMost: hour,
  oldAfter: 48 * hour,
  maxBytes: 1000,
  keyed: (request) => ({ ...request, url: `${request.url}?key=secret` }),
  read: ({ text }) =>
    text === 'half'
      ? fail('bad-answer', 'Only half of it came. It is fetched again later.')
      : ok(
          text
            .split('\n')
            .map((value) => (/^\d/.test(value) ? { ioc: { kind: 'ipv4', value }, note: '' } : null)),
        ),
};

export const bad = (files: readonly ListFile[] = [file]) =>
  defineLocalProvider({
    id: 'bad',
    name: 'Bad list',
    homepage: 'https://lists.example/',
    settings: z.object({ key: z.string().default('') }),
    origins: () => ['https://lists.example/*'],
    missing: ({ key }) => (key === '' ? 'Needs a key.' : null),
    kinds: ['ipv4'],
    discloses: { class: 'local', words: 'Nothing leaves.' },
    weight: 0.9,
    onByDefault: false,
    files: () => files,
    find: (_, [hit]) =>
      hit ? answered({ level: 'malicious', summary: `In ${hit.list}` }) : none('Not in it.'),
  });

export const body = (text: string, headers: Record<string, string> = { ETag: '"1"' }) =>
  answer(200, text, headers);
export const good = body(`${ip(1).value}\n${ip(2).value}`);

/** A browser that has the list, an hour after it came. */
export async function withList(reply = good): Promise<World> {
  const world = new World(bad());
  world.reply = () => reply;
  await world.engine.resume();
  await world.until(async () => (await world.engine.files())[0]?.fetchedAt !== null);
  await world.pass(2 * hour);
  return world;
}

/** What the source says now of an address. */
export async function says(world: World, last: number) {
  await world.engine.enrich([ip(last)], 'card', true);
  await world.closed(keyOfIp(last));
  return world.outcome(keyOfIp(last), 'bad');
}

/** As the browser's alarm does, some time later. */
export async function later(world: World, milliseconds: number) {
  await world.pass(milliseconds);
  await world.engine.onAlarm('sightline-work');
  await world.quiet();
}

export const state = async (world: World) => (await world.engine.files())[0];
