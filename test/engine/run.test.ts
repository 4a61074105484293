import { describe, expect, it } from 'vitest';
import { answer, ip, keyOfIp, lists, source } from './sources';
import { World } from './world';

describe('a run', () => {
  it('asks every source that knows the kind once, and closes with a verdict', async () => {
    const world = new World(source('one'), source('two'), lists);
    world.reply = ({ url }) => answer(200, { bad: url.includes('one.example') ? 17 : 0 });
    await world.engine.enrich([ip(1)], 'card');
    await world.closed(keyOfIp(1));
    const report = await world.engine.report(keyOfIp(1));
    expect(world.sent).toHaveLength(2);
    expect(report?.enrichment.level).toBe('malicious');
    expect(report?.runs).toHaveLength(1);
    expect(report?.runs[0]?.steps.map(({ outcome }) => outcome.state)).toEqual([
      'answered',
      'answered',
      'no-record',
    ]);
  });

  it('is joined while it is open, and never doubled', async () => {
    const world = new World(source('one'));
    world.reply = () => 'hang';
    await Promise.all([
      world.engine.enrich([ip(1)], 'hover'),
      world.engine.enrich([ip(1)], 'card'),
      world.engine.enrich([ip(1)], 'popup', true),
    ]);
    await world.quiet();
    expect(world.sent).toHaveLength(1);
    expect((await world.engine.report(keyOfIp(1)))?.runs).toHaveLength(1);
  });

  it('re-runs the known Enrichment from stored answers and says what changed', async () => {
    const world = new World(source('one'));
    world.reply = () => answer(200, { bad: 3 });
    await world.engine.enrich([ip(1)], 'card');
    await world.closed(keyOfIp(1));
    await world.engine.enrich([ip(1)], 'selection');
    await world.closed(keyOfIp(1));
    expect(world.sent).toHaveLength(1);
    await world.pass(3_600_001);
    world.reply = () => answer(200, { bad: 17 });
    await world.engine.enrich([ip(1)], 'selection');
    await world.closed(keyOfIp(1));
    const report = await world.engine.report(keyOfIp(1));
    expect(world.sent).toHaveLength(2);
    expect(report?.enrichment.runs).toBe(3);
    expect(report?.runs[1]?.changes).toEqual([]);
    expect(report?.runs[0]?.changes).toEqual([expect.stringMatching(/^ONE 3 → 17 of 90 since \d+ \w+$/)]);
  });

  it('says what changed since a source spoke last, however often it failed in between', async () => {
    const world = new World(source('one'), source('two'));
    const replies = { bad: answer(200, { bad: 3 }), no: answer(500), worse: answer(200, { bad: 17 }) };
    let mine = replies.bad;
    world.reply = ({ url }) => (url.includes('one.example') ? mine : answer(200, { bad: 0 }));
    const run = async () => {
      await world.engine.enrich([ip(1)], 'selection', true);
      await world.closed(keyOfIp(1));
      return (await world.engine.report(keyOfIp(1)))?.runs[0]?.changes;
    };
    await run();
    const spoke = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
    const day = spoke.format(world.clock.now());
    mine = replies.no;
    for (let nth = 0; nth < 3; nth += 1) {
      await world.pass(86_400_000);
      expect(JSON.stringify(await run())).not.toContain('ONE');
    }
    await world.pass(86_400_000);
    mine = replies.worse;
    expect(await run()).toContain(`ONE 3 → 17 of 90 since ${day}`);
  });

  it('closes at once where no source knows the kind, without a level', async () => {
    const world = new World(source('one'));
    await world.engine.enrich([{ kind: 'cve', value: 'CVE-2026-1' }], 'card');
    await world.closed('cve|CVE-2026-1');
    expect((await world.engine.report('cve|CVE-2026-1'))?.enrichment.level).toBeNull();
    expect(world.sent).toHaveLength(0);
  });
});
