import { describe, expect, it } from 'vitest';
import { externalId } from '../../lib/core/external-id';
import { answer, ip, keyOfIp, source } from './sources';
import { World } from './world';

const malicious = () => {
  const world = new World(source('one'));
  world.reply = () => answer(200, { bad: 17 });
  return world;
};

const filed = (world: World, key = keyOfIp(1)) =>
  world.until(async () => (await world.filing(key))?.state === 'filed');

const again = async (world: World, bad: number) => {
  await world.pass(3_600_001);
  world.reply = () => answer(200, { bad });
  await world.engine.enrich([ip(1)], 'card');
  await world.closed(keyOfIp(1));
  await world.quiet();
};

describe('an Investigation', () => {
  it('is filed by itself for a malicious verdict, after a search, and read back', async () => {
    const world = malicious();
    await world.engine.enrich([ip(1)], 'card');
    await filed(world);
    expect(world.tracker.searches).toBe(1);
    expect(world.tracker.tickets).toHaveLength(1);
    expect(await world.filing(keyOfIp(1))).toMatchObject({
      externalId: await externalId(ip(1)),
      tracker: 'desk',
      idKept: true,
      adopted: false,
    });
    // What ends it comes after what is read back; no time passes meanwhile.
    for (let turn = 0; turn < 50 && world.alarms.size > 0; turn += 1) await world.quiet();
    expect(world.alarms.size).toBe(0);
  });

  it('says when the tracker dropped the external id', async () => {
    const world = malicious();
    world.tracker.keepsId = false;
    await world.engine.enrich([ip(1)], 'card');
    await filed(world);
    expect(await world.filing(keyOfIp(1))).toMatchObject({ idKept: false });
  });

  it('is not filed by itself where the analyst did not say so, nor without a tracker', async () => {
    const manual = malicious();
    manual.policy = { ...manual.policy, automatic: false };
    await manual.engine.enrich([ip(1)], 'card');
    await manual.closed(keyOfIp(1));
    expect(await manual.filing(keyOfIp(1))).toBeUndefined();
    const bare = malicious();
    bare.withTracker = false;
    await bare.engine.enrich([ip(1)], 'card');
    await bare.closed(keyOfIp(1));
    expect(await bare.filing(keyOfIp(1))).toBeUndefined();
  });

  it('that somebody else opened is adopted', async () => {
    const world = malicious();
    const id = await externalId(ip(1));
    world.tracker.tickets.push({ id: '7', externalId: id, open: true, body: '', visibleAt: 0, comments: [] });
    await world.engine.enrich([ip(1)], 'card');
    await filed(world);
    expect(world.tracker.creates).toBe(0);
    expect(await world.filing(keyOfIp(1))).toMatchObject({ adopted: true, ref: { key: '#7' } });
  });

  it('after closed ones takes the next suffix', async () => {
    const world = malicious();
    for (const nth of [1, 2]) {
      const id = await externalId(ip(1), nth);
      world.tracker.tickets.push({
        id: `${nth}`,
        externalId: id,
        open: false,
        body: '',
        visibleAt: 0,
        comments: [],
      });
    }
    await world.engine.enrich([ip(1)], 'card');
    await filed(world);
    expect(await world.ticketsFor(ip(1), 3)).toHaveLength(1);
    expect((await world.filing(keyOfIp(1)))?.externalId).toMatch(/-3$/);
  });

  it('gets a comment when a later run finds something changed, and no second ticket', async () => {
    const world = malicious();
    await world.engine.enrich([ip(1)], 'card');
    await filed(world);
    await again(world, 17);
    expect(world.tracker.tickets[0]?.comments).toEqual([]);
    await again(world, 40);
    expect(world.tracker.tickets).toHaveLength(1);
    expect(world.tracker.tickets[0]?.comments).toHaveLength(1);
    expect(world.tracker.tickets[0]?.comments[0]).toContain('ONE 17 → 40');
  });

  it('that was closed in the tracker is followed by a new one when something changed', async () => {
    const world = malicious();
    await world.engine.enrich([ip(1)], 'card');
    await filed(world);
    for (const ticket of world.tracker.tickets) ticket.open = false;
    await again(world, 17);
    expect(world.tracker.tickets).toHaveLength(1);
    await again(world, 40);
    await world.until(() => world.tracker.tickets.length === 2);
    expect(await world.ticketsFor(ip(1), 2)).toHaveLength(1);
  });

  it('of 200 malicious rows becomes ten tickets; the others wait for a person', async () => {
    const world = malicious();
    const rows = Array.from({ length: 200 }, (_, at) => ip(at));
    const batch = await world.engine.startBatch(rows, 'Pasted');
    await world.until(async () => (await world.engine.batch(batch.id))?.done === 200);
    await world.until(() => world.tracker.tickets.length === 10);
    await world.quiet(300);
    expect(world.tracker.tickets).toHaveLength(10);
    expect((await world.engine.attention()).held).toBe(190);
    expect(await world.engine.fileHeld()).toBe(190);
    await world.until(() => world.tracker.tickets.length === 200);
    expect((await world.engine.attention()).held).toBe(0);
  });

  it('of 30 malicious answers at hand, all closed as they open, becomes ten tickets too', async () => {
    const world = malicious();
    const { policy } = world;
    world.policy = { ...policy, automatic: false };
    const iocs = Array.from({ length: 30 }, (_, nth) => ip(nth));
    await world.engine.enrich(iocs, 'panel');
    await world.closed(...iocs.map(({ value }) => `ipv4|${value}`));
    world.policy = policy;
    await world.engine.reconsider();
    await world.engine.enrich(iocs, 'panel');
    expect((await world.engine.known(iocs)).some(({ running }) => running)).toBe(false);
    expect((await world.engine.attention()).held).toBe(20);
    await world.until(() => world.tracker.tickets.length === 10);
    expect(world.sent).toHaveLength(30);
  });

  it('is filed by hand with the edits of the analyst, once', async () => {
    const world = malicious();
    world.policy = { ...world.policy, automatic: false };
    await world.engine.enrich([ip(1)], 'card');
    await world.closed(keyOfIp(1));
    await world.engine.saveDraft(keyOfIp(1), { title: 'Mine', body: 'My words', priority: 'urgent' });
    expect((await world.engine.draft(keyOfIp(1)))?.draft).toMatchObject({ title: 'Mine', body: 'My words' });
    await Promise.all([world.engine.file(keyOfIp(1)), world.engine.file(keyOfIp(1))]);
    await filed(world);
    await world.engine.file(keyOfIp(1));
    await world.pass(60_000);
    expect(world.tracker.tickets.map(({ body }) => body)).toEqual(['My words']);
    expect(await world.filing(keyOfIp(1))).toMatchObject({ state: 'filed', adopted: false });
  });

  it('without an Enrichment has no draft and is not filed', async () => {
    const world = malicious();
    expect(await world.engine.draft(keyOfIp(1))).toBeNull();
    expect(await world.engine.file(keyOfIp(1))).toBeNull();
  });
});
