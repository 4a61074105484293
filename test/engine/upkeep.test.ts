import { describe, expect, it } from 'vitest';
import { answer, ip, keyOfIp, lists, source } from './sources';
import { World } from './world';

describe('the engine', () => {
  it('on a full disk says so, loses nothing and goes on when there is room', async () => {
    const world = new World(source('one'));
    world.reply = () => {
      world.connections.full = true;
      return answer(200, { bad: 17 });
    };
    await world.engine.enrich([ip(1)], 'card');
    await world.quiet();
    expect((await world.engine.attention()).trouble).toContain('disk is full');
    expect((await world.engine.report(keyOfIp(1)))?.enrichment.state).toBe('open');
    world.connections.full = false;
    world.reply = () => answer(200, { bad: 17 });
    await world.closed(keyOfIp(1));
    expect((await world.engine.attention()).trouble).toBeNull();
    expect(await world.outcome(keyOfIp(1), 'one')).toMatchObject({ state: 'answered' });
  });

  it('refuses to start what it cannot store', async () => {
    const world = new World(source('one'));
    await world.engine.resume();
    world.connections.full = true;
    await expect(world.engine.enrich([ip(1)], 'card')).rejects.toThrow('Full');
    expect(world.sent).toEqual([]);
  });

  it('forgets everything when told to, and what comes back late is not stored', async () => {
    const world = new World(source('one'), lists);
    let come: (reply: ReturnType<typeof answer>) => void = () => {};
    world.reply = () => new Promise((resolve) => (come = resolve));
    await world.engine.enrich([ip(1)], 'card');
    await world.engine.setScratch('paste', 'text');
    await world.quiet();
    await world.engine.deleteAll();
    come(answer(200, { bad: 17 }));
    await world.pass(60_000);
    expect(await world.engine.enrichments()).toBe(0);
    expect(await world.engine.known([ip(1)])).toMatchObject([{ level: null, running: false }]);
    expect(await world.engine.scratch('paste')).toBe('');
    expect(world.tracker.tickets).toEqual([]);
    expect(world.alarms.size).toBe(0);
  });

  it('that is told to forget while a ticket is being filed does not remember it', async () => {
    const world = new World(source('one'));
    world.reply = () => answer(200, { bad: 17 });
    world.tracker.createFaults = [{ make: true, how: 'hang' }];
    await world.engine.enrich([ip(1)], 'card');
    await world.until(() => world.tracker.creates === 1);
    await world.engine.deleteAll();
    await world.restart();
    await world.pass(600_000);
    expect((await world.engine.attention()).held).toBe(0);
    expect(world.tracker.searches).toBe(1);
  });

  it('tells changes together, not one by one', async () => {
    const world = new World(source('one'), lists);
    const told: (readonly string[])[] = [];
    world.engine.onChange((keys) => told.push(keys));
    await world.engine.enrich([ip(1), ip(2)], 'card');
    await world.quiet();
    await world.pass(200);
    expect(told).toHaveLength(1);
    expect(told[0]?.toSorted()).toEqual([keyOfIp(1), keyOfIp(2)]);
  });

  it('starts no second run for a mouse that passes again, but for a key that asks', async () => {
    const world = new World(source('one'));
    for (const trigger of ['hover', 'hover', 'auto'] as const) {
      await world.engine.enrich([ip(1)], trigger);
      await world.closed(keyOfIp(1));
    }
    expect((await world.engine.report(keyOfIp(1)))?.runs).toHaveLength(1);
    await world.engine.enrich([ip(1)], 'hover', true);
    await world.closed(keyOfIp(1));
    expect((await world.engine.report(keyOfIp(1)))?.runs).toHaveLength(2);
    await world.pass(3_600_001);
    await world.engine.enrich([ip(1)], 'hover');
    await world.closed(keyOfIp(1));
    expect((await world.engine.report(keyOfIp(1)))?.runs).toHaveLength(3);
    expect(world.sent).toHaveLength(2);
  });

  it('knows its own alarm from others', async () => {
    const world = new World(lists);
    expect(await world.engine.onAlarm('somebody-else')).toBe(false);
    expect(await world.engine.onAlarm('sightline-work')).toBe(true);
  });
});

describe('a data file', () => {
  const withFile = (seen: unknown[]) =>
    source('one', {
      files: () => [
        {
          name: 'registry',
          url: 'https://one.example/registry.json',
          snapshot: { services: ['old'] },
          maxAge: 86_400_000,
          valid: (value) => typeof value === 'object' && value !== null && 'services' in value,
        },
      ],
      request: (ioc, { files }) => {
        seen.push(files['registry']);
        return { url: `https://one.example/${ioc.value}` };
      },
    });

  it('is the snapshot at first, the fetched copy then, and stays when a refresh fails', async () => {
    const seen: unknown[] = [];
    const world = new World(withFile(seen));
    let registry = answer(200, { services: ['new'] }, { ETag: '"1"' });
    world.reply = ({ url }) => (url.endsWith('registry.json') ? registry : answer(200, { bad: 0 }));
    await world.engine.enrich([ip(1)], 'card');
    await world.closed(keyOfIp(1));
    await world.quiet();
    await world.engine.enrich([ip(2)], 'card');
    await world.closed(keyOfIp(2));
    registry = answer(200, '<html>log in</html>');
    await world.pass(86_400_001);
    await world.engine.enrich([ip(3)], 'card');
    await world.closed(keyOfIp(3));
    await world.engine.enrich([ip(4)], 'card');
    await world.closed(keyOfIp(4));
    expect(seen).toEqual([
      { services: ['old'] },
      { services: ['new'] },
      { services: ['new'] },
      { services: ['new'] },
    ]);
    expect(world.sent.filter(({ url }) => url.endsWith('registry.json'))).toHaveLength(2);
  });
});
