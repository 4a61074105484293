import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { domain, entries, entry, hits, stored } from './shelves';
import { ip, lists } from './sources';
import { World } from './world';

describe('an import', () => {
  const many = (from: number) =>
    Array.from({ length: 40_000 }, (_, n) => entry(domain(`h${from + n}.example`)));

  it('that is cut off leaves the old list whole, and its leftovers go at the next start', async () => {
    for (const parts of [0, 1, 2, 64]) {
      const world = new World(lists);
      await world.engine.importList({ name: 'Block', level: 'malicious' }, [entry(ip(1))]);
      let ended = false;
      void world.engine.importList({ name: 'Block', level: 'malicious' }, many(0)).then(
        () => (ended = true),
        () => {},
      );
      while ((await stored())[1] <= parts) await world.quiet(1);
      world.kill();
      await world.quiet(20);
      expect(ended).toBe(false);
      expect(await entries(ip(1))).toEqual(['45.155.205.1']);
      await world.restart();
      expect(await entries(ip(1))).toEqual(['45.155.205.1']);
      await world.until(async () => (await stored())[1] === 1);
      expect(await stored()).toEqual([1, 1]);
    }
  });

  it('does not come back after everything was forgotten', async () => {
    const world = new World(lists);
    const importing = world.engine.importList({ name: 'Block', level: 'malicious' }, many(0));
    importing.catch(() => {});
    await world.until(async () => (await stored())[1] !== 0);
    await world.engine.deleteAll();
    await importing.catch(() => {});
    expect([await stored(), await world.engine.lists()]).toEqual([[0, 0], []]);
  });

  it('lets others in between', async () => {
    const world = new World(lists);
    let done = false;
    const importing = world.engine
      .importList({ name: 'Block', level: 'malicious' }, many(0))
      .then(() => (done = true));
    await world.engine.known([ip(1)]);
    expect(done).toBe(false);
    await importing;
  });
});

describe('a database of the first version', () => {
  it('keeps every entry of every list, with its level and note', async () => {
    const world = new World(lists);
    const first = await openDB('sightline', 1, {
      upgrade(db) {
        for (const name of ['cache', 'reservations', 'closures', 'outbox', 'batches', 'retries', 'files']) {
          db.createObjectStore(name);
        }
        for (const name of ['enrichments', 'runs', 'drafts', 'scratch', 'hidden']) db.createObjectStore(name);
        db.createObjectStore('lists', { keyPath: 'name' });
        db.createObjectStore('entries', { keyPath: ['key', 'list'] }).createIndex('list', 'list');
      },
    });
    const ended = first.transaction(['lists', 'entries', 'scratch'], 'readwrite');
    for (const [name, level] of [
      ['Block', 'malicious'],
      ['Allow', 'benign'],
      ['Empty', 'unknown'],
    ] as const) {
      void ended.objectStore('lists').put({ name, level, entries: 0, importedAt: 7 });
    }
    for (let n = 0; n < 3000; n += 1) {
      const row = { key: `ipv4|10.0.${n >> 8}.${n & 255}`, importedAt: 7 };
      void ended.objectStore('entries').put({ ...row, list: 'Block', level: 'suspicious', note: `n${n}` });
      if (n < 10) void ended.objectStore('entries').put({ ...row, list: 'Allow', level: 'benign', note: '' });
    }
    void ended
      .objectStore('entries')
      .put({ key: 'cidr|192.0.2.0/24', list: 'Block', level: 'malicious', note: '' });
    void ended.objectStore('scratch').put('kept', 'paste');
    await ended.done;
    first.close();
    expect(await world.engine.lists()).toMatchObject([
      { name: 'Allow', level: 'benign', entries: 10, importedAt: 7 },
      { name: 'Block', level: 'malicious', entries: 3001, importedAt: 7 },
      { name: 'Empty', entries: 0 },
    ]);
    for (let n = 0; n < 3000; n += 211) {
      const found = await hits({ kind: 'ipv4', value: `10.0.${n >> 8}.${n & 255}` });
      expect(found.find(({ list }) => list === 'Block')).toMatchObject({
        level: 'suspicious',
        note: `n${n}`,
      });
      expect(found).toHaveLength(n < 10 ? 2 : 1);
    }
    expect(await entries({ kind: 'ipv4', value: '192.0.2.1' })).toEqual(['192.0.2.0/24']);
    expect(await world.engine.scratch('paste')).toBe('kept');
  });
});
