import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../lib/core/enrichment';
import { printOf } from '../../lib/engine/shelf/print';
import { cidr, domain, entries, entry, hits, look, stored } from './shelves';
import { ip, lists } from './sources';
import { World } from './world';

describe('a list', () => {
  it('never marks a value that only shares a fingerprint with an entry', async () => {
    const world = new World(lists);
    await world.engine.importList({ name: 'Block', level: 'malicious' }, [entry(domain('evil.example'))]);
    await look(async (db) => {
      const [index] = await db.getAll('listIndexes');
      if (index === undefined) return expect.fail('no index');
      const forged = printOf(keyOf(domain('clean.example')));
      const prints = Float64Array.from([...index.prints, forged]).sort();
      return db.put('listIndexes', { ...index, prints });
    });
    expect(await hits(domain('clean.example'))).toEqual([]);
    expect(await entries(domain('evil.example'))).toEqual(['evil.example']);
  });

  it('finds exactly what is in it, and says what it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }), async (ends) => {
        const world = new World(lists);
        await world.engine.importList(
          { name: 'Block', level: 'malicious' },
          ends.map((end, nth) => entry(ip(end), { note: `line ${nth}` })),
        );
        for (const end of [0, 1, 30, 60, ...ends]) {
          const last = ends.lastIndexOf(end);
          const said = last < 0 ? [] : [`line ${last}`];
          expect((await hits(ip(end))).map(({ note }) => note)).toEqual(said);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('of many thousand entries in many parts finds each, and nothing else', async () => {
    const world = new World(lists);
    const named = (n: number) => domain(`host-${n}.example`);
    const state = await world.engine.importList(
      { name: 'Many', level: 'suspicious' },
      Array.from({ length: 9000 }, (_, n) => entry(named(n % 8000), { note: String(n) })),
    );
    expect(state).toMatchObject({ entries: 8000, skipped: 0 });
    expect((await stored())[1]).toBeGreaterThan(10);
    for (let n = 0; n < 8000; n += 97) {
      expect((await hits(named(n))).map(({ note }) => note)).toEqual([String(n < 1000 ? n + 8000 : n)]);
      expect(await hits(named(n + 8000))).toEqual([]);
    }
  });

  it('with blocks names every block around an address, the narrowest first', async () => {
    const world = new World(lists);
    await world.engine.importList(
      { name: 'Nets', level: 'suspicious' },
      ['45.155.0.0/16', '45.155.205.0/24', '45.155.205.0/25', '10.0.0.0/8', '0.0.0.0/0', '45.155.205.0/24']
        .concat(['2001:db8::/32', '2001:db8:1::/48', '::ffff:192.0.2.0/120'])
        .map((value) => entry(cidr(value))),
    );
    expect(await entries(ip(7))).toEqual([
      '45.155.205.0/25',
      '45.155.205.0/24',
      '45.155.0.0/16',
      '0.0.0.0/0',
    ]);
    expect(await entries(ip(200))).toEqual(['45.155.205.0/24', '45.155.0.0/16', '0.0.0.0/0']);
    expect(await entries({ kind: 'ipv4', value: '192.0.2.9' })).toEqual([
      '::ffff:192.0.2.0/120',
      '0.0.0.0/0',
    ]);
    expect(await entries({ kind: 'ipv6', value: '2001:db8:1::7' })).toEqual([
      '2001:db8:1::/48',
      '2001:db8::/32',
    ]);
    expect(await entries({ kind: 'ipv6', value: '2001:db9::' })).toEqual([]);
    expect(await entries(cidr('45.155.205.0/24'))).toEqual(['45.155.205.0/24', '45.155.0.0/16', '0.0.0.0/0']);
    expect(await entries(cidr('45.154.0.0/15'))).toEqual(['0.0.0.0/0']);
    expect(await entries(domain('45.example'))).toEqual([]);
  });

  it('holds any block exactly when arithmetic says so', async () => {
    const block = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 16, max: 32 }));
    const text = ([third, prefix]: readonly [number, number]) => {
      const value = ((10 << 24) | (third << 8)) >>> 0;
      const start = prefix === 32 ? value : (value & ~(2 ** (32 - prefix) - 1)) >>> 0;
      return `${[24, 16, 8, 0].map((bits) => (start >>> bits) & 255).join('.')}/${prefix}`;
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(block, { maxLength: 30 }),
        fc.integer({ min: 0, max: 255 }),
        async (blocks, third) => {
          const world = new World(lists);
          await world.engine.importList(
            { name: 'Nets', level: 'suspicious' },
            blocks.map((one) => entry(cidr(text(one)))),
          );
          const expected = blocks
            .filter(([other, prefix]) => prefix <= 32 && ((third ^ other) << 8) >>> (32 - prefix) === 0)
            .map(text);
          const found = await entries({ kind: 'ipv4', value: `10.0.${third}.0` });
          expect([...found].sort()).toEqual([...new Set(expected)].sort());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('knows names below a name only where it says so', async () => {
    const world = new World(lists);
    await world.engine.importList({ name: 'Names', level: 'malicious' }, [
      entry(domain('evil.example'), { below: true }),
      entry(domain('bad.example')),
    ]);
    expect(await entries(domain('a.b.evil.example'))).toEqual(['evil.example']);
    expect(await entries(domain('evil.example'))).toEqual(['evil.example']);
    expect(await entries(domain('notevil.example'))).toEqual([]);
    expect(await entries(domain('a.bad.example'))).toEqual([]);
    expect(await entries(domain('bad.example'))).toEqual(['bad.example']);
  });

  it('without anything that was understood replaces nothing', async () => {
    const world = new World(lists);
    await world.engine.importList({ name: 'Block', level: 'malicious' }, [entry(ip(1))]);
    expect(await world.engine.importList({ name: 'Block', level: 'malicious' }, [null, null])).toBeNull();
    expect(await entries(ip(1))).toEqual(['45.155.205.1']);
    expect((await stored())[0]).toBe(1);
  });

  it('replaces the one of its name whole, and leaves nothing behind when it goes', async () => {
    const world = new World(lists);
    await world.engine.importList({ name: 'Block', level: 'malicious' }, [entry(ip(1)), entry(ip(2))]);
    await world.engine.importList({ name: 'Block', level: 'suspicious' }, [entry(ip(2)), null, entry(ip(3))]);
    expect([await entries(ip(1)), (await hits(ip(2))).map(({ level }) => level)]).toEqual([
      [],
      ['suspicious'],
    ]);
    expect(await world.engine.lists()).toMatchObject([{ name: 'Block', entries: 2, skipped: 1 }]);
    expect(await stored()).toEqual([1, 1]);
    await world.engine.removeList('Block');
    expect([await stored(), await world.engine.lists()]).toEqual([[0, 0], []]);
  });
});
