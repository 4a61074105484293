import { describe, expect, it } from 'vitest';
import { fail } from '../../lib/core/failure';
import type { Ioc } from '../../lib/ioc';
import { answer, ip, keyOfIp, lists, source } from './sources';
import { World } from './world';

const asked = async (world: World, ioc: Ioc) => {
  await world.engine.enrich([ioc], 'card');
  await world.closed(`${ioc.kind}|${ioc.value}`);
  return world.outcome(`${ioc.kind}|${ioc.value}`, 'one');
};

describe('before a request leaves', () => {
  const never: [string, Ioc][] = [
    ['a private address', { kind: 'ipv4', value: '10.1.2.3' }],
    ['a loopback address', { kind: 'ipv4', value: '127.0.0.1' }],
    ['a shared address (RFC 6598)', { kind: 'ipv4', value: '100.64.0.1' }],
    ['a documentation address', { kind: 'ipv4', value: '192.0.2.1' }],
    ['an internal domain', { kind: 'domain', value: 'mail.corp.example' }],
    ['a URL on an internal host', { kind: 'url', value: 'https://wiki.corp.example/x' }],
    ['a URL on a private address', { kind: 'url', value: 'http://192.168.0.1/admin' }],
    ['a name of the local network', { kind: 'domain', value: 'printer.local' }],
    ['a URL with a password', { kind: 'url', value: 'https://joe:secret@evil.ru/' }],
    ['a URL with a token', { kind: 'url', value: 'https://evil.ru/x?access_token=abc' }],
    [
      'a URL that leads on to one with a token',
      { kind: 'url', value: 'https://evil.ru/go?u=https%3A%2F%2Fshop.ru%2F%3Faccess_token%3Dabc' },
    ],
    ['a URL that a login sends back to', { kind: 'url', value: 'https://evil.ru/cb?code=4%2F0Ab&state=x9' }],
    ['a URL with a ticket of a login', { kind: 'url', value: 'https://evil.ru/?ticket=ST-1856339-aA5Yuv' }],
    [
      "a URL that names a mailbox of the team's own",
      { kind: 'url', value: 'https://evil.ru/login?e=jane.doe%40mail.corp.example' },
    ],
    [
      'a URL that names one in base64, as phishing does',
      { kind: 'url', value: 'https://evil.ru/x/#amFuZS5kb2VAY29ycC5leGFtcGxl' },
    ],
    [
      'a URL with a signed web token',
      { kind: 'url', value: 'https://evil.ru/eyJhbGciOiJI.eyJzdWIiOiIx.sig' },
    ],
  ];
  it.each(never)('%s is withheld', async (_name, ioc) => {
    const world = new World(source('one'));
    world.policy = { ...world.policy, opsec: { ...world.policy.opsec, internalDomains: ['*.corp.example'] } };
    expect(await asked(world, ioc)).toMatchObject({ state: 'withheld' });
    expect(world.sent).toEqual([]);
  });

  it('a URL with nothing that opens a door is asked about', async () => {
    const harmless = [
      'https://evil.ru/?code=DE&q=1',
      'https://evil.ru/?ticket=4711',
      'https://evil.ru/?e=jane.doe%40other.example',
      'https://evil.ru/go?u=https%3A%2F%2Fshop.ru%2F%3Fq%3Dabc',
    ];
    for (const value of harmless) {
      const world = new World(source('one'));
      expect(await asked(world, { kind: 'url', value })).toMatchObject({ state: 'answered' });
    }
  });

  it('a withheld URL offers its host and never repeats the secret', async () => {
    const world = new World(source('one'));
    const outcome = await asked(world, { kind: 'url', value: 'https://joe:hunter2@evil.ru/' });
    expect(JSON.stringify(outcome)).toContain('evil.ru');
    expect(JSON.stringify(outcome)).not.toContain('hunter2');
  });

  it('an address in a range of the team is withheld, in whichever form', async () => {
    const world = new World(source('one', { kinds: ['ipv4', 'ipv6'] }));
    world.policy = { ...world.policy, opsec: { ...world.policy.opsec, internalRanges: ['45.155.0.0/16'] } };
    expect(await asked(world, ip(1))).toMatchObject({ state: 'withheld' });
    expect(await asked(world, { kind: 'ipv6', value: '::ffff:45.155.205.1' })).toMatchObject({
      state: 'withheld',
    });
    expect(world.sent).toEqual([]);
  });

  it('TLP above what the source may see is withheld, from a private source too', async () => {
    const world = new World(source('one', { discloses: { class: 'private', words: 'Ours.' } }));
    world.policy = { ...world.policy, opsec: { ...world.policy.opsec, tlp: 'red' } };
    expect(await asked(world, ip(1))).toMatchObject({ state: 'withheld' });
  });

  it("the team's own system may see a private address", async () => {
    const world = new World(source('one', { discloses: { class: 'private', words: 'Ours.' } }));
    expect(await asked(world, { kind: 'ipv4', value: '10.1.2.3' })).toMatchObject({ state: 'answered' });
  });

  it('documentation addresses may be asked about where the analyst chose it, private ones never', async () => {
    const world = new World(source('one'));
    world.policy = { ...world.policy, opsec: { ...world.policy.opsec, askReserved: true } };
    expect(await asked(world, { kind: 'ipv4', value: '192.0.2.1' })).toMatchObject({ state: 'answered' });
    expect(await asked(world, { kind: 'ipv4', value: '10.0.0.1' })).toMatchObject({ state: 'withheld' });
  });

  it('a revoked grant stops it, and the grant that comes back re-runs it once', async () => {
    const world = new World(source('one'));
    world.granted = () => false;
    expect(await asked(world, ip(1))).toMatchObject({
      state: 'failed',
      failure: { code: 'denied', grant: 'https://one.example/*' },
    });
    expect(world.sent).toEqual([]);
    await world.engine.reconsider();
    await world.quiet();
    expect((await world.engine.report(keyOfIp(1)))?.runs).toHaveLength(1);
    world.granted = () => true;
    await world.engine.reconsider();
    await world.closed(keyOfIp(1));
    expect(await world.outcome(keyOfIp(1), 'one')).toMatchObject({ state: 'answered' });
    await world.engine.reconsider();
    await world.quiet();
    expect((await world.engine.report(keyOfIp(1)))?.runs).toHaveLength(2);
  });

  it('the browser is asked for its grant once for all who ask at the same time, and anew for the next', async () => {
    const world = new World(source('one'));
    let times = 0;
    world.granted = () => {
      times += 1;
      return new Promise((resolve) => setImmediate(resolve, true));
    };
    await world.engine.enrich([ip(1), ip(2), ip(3)], 'card');
    await world.closed(keyOfIp(1), keyOfIp(2), keyOfIp(3));
    expect(times).toBeLessThan(3);
    world.granted = () => false;
    expect(await asked(world, ip(4))).toMatchObject({ failure: { code: 'denied' } });
    expect(world.sent).toHaveLength(3);
  });

  it('a source that answers everybody needs a grant only for the proxy that its settings name', async () => {
    const open = new World(source('one', { openToAll: true, origins: () => [] }));
    open.granted = () => false;
    expect(await asked(open, ip(1))).toMatchObject({ state: 'answered' });
    const proxied = new World(source('one', { openToAll: true }));
    proxied.granted = () => false;
    expect(await asked(proxied, ip(1))).toMatchObject({ failure: { code: 'denied' } });
  });

  it('a stored answer is not shown for what is withheld since', async () => {
    const world = new World(source('one'));
    expect(await asked(world, ip(1))).toMatchObject({ state: 'answered' });
    world.policy = { ...world.policy, opsec: { ...world.policy.opsec, internalRanges: ['45.155.0.0/16'] } };
    await world.engine.reconsider();
    expect(await asked(world, ip(1))).toMatchObject({ state: 'withheld' });
  });

  it('a missing key is said, not asked with', async () => {
    const world = new World(source('one'));
    world.sources = world.sources.map((one) => ({ ...one, settings: { key: '' } }));
    expect(await asked(world, ip(1))).toMatchObject({ state: 'not-configured', message: 'Needs a key.' });
    expect(world.sent).toEqual([]);
  });

  it('a source of registrable domains is told nothing more, and one answer serves all hosts', async () => {
    const world = new World(source('one', { subject: 'registrable-domain' }));
    world.reply = () => answer(200, { bad: 0 });
    await asked(world, { kind: 'url', value: 'https://a.evil.co.uk/x?token=abc' });
    await asked(world, { kind: 'domain', value: 'b.c.evil.co.uk' });
    expect(world.sent.map(({ url }) => url)).toEqual(['https://one.example/evil.co.uk']);
  });

  it('a plug-in that throws is a failure of that source alone', async () => {
    const broken = source('one', {
      read: () => {
        throw new TypeError('oops');
      },
    });
    const world = new World(broken, source('two'), lists);
    expect(await asked(world, ip(1))).toMatchObject({ state: 'failed', failure: { code: 'bad-answer' } });
    const thrown = new World(
      source('one', {
        request: () => {
          throw new TypeError('oops');
        },
      }),
    );
    expect(await asked(thrown, ip(1))).toMatchObject({ state: 'failed', failure: { code: 'bad-answer' } });
  });

  it('where every origin may read the answers, one that is hidden is not told apart from one that is away: both are said', async () => {
    const ungranted = new World(source('one', { openToAll: true, origins: () => [] }));
    ungranted.granted = () => false;
    ungranted.reply = () =>
      fail('offline', 'one.example could not be reached. Check the connection and the address.');
    const outcome = await asked(ungranted, ip(1));
    const words = outcome?.state === 'failed' ? outcome.failure : undefined;
    expect(words).toMatchObject({ code: 'offline' });
    expect(words?.message).toContain(
      'one.example could not be reached, or does not let an extension read its answers.',
    );
    const granted = new World(source('one', { openToAll: true, origins: () => [] }));
    granted.reply = ungranted.reply;
    expect(JSON.stringify(await asked(granted, ip(1)))).not.toContain('does not let');
  });

  it('such a one names the grant that may help, and with it is asked again, however often it was silent', async () => {
    const world = new World(source('one', { openToAll: true, origins: () => [] }));
    world.granted = () => false;
    world.reply = () => fail('offline', 'one.example could not be reached. Check the address.');
    for (const nth of [1, 2, 3, 4]) {
      expect(await asked(world, ip(nth))).toMatchObject({
        failure: { code: 'offline', grant: 'https://one.example/*' },
      });
    }
    world.granted = () => true;
    world.reply = () => answer(200, { bad: 0 });
    await world.engine.reconsider();
    await world.quiet();
    for (const nth of [1, 2, 3, 4]) {
      expect(await world.outcome(keyOfIp(nth), 'one')).toMatchObject({ state: 'answered' });
    }
  });
});
