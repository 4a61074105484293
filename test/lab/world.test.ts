import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from './world';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.stop());

const get = (url: string, headers: Record<string, string> = {}) =>
  fetch(url, { headers, redirect: 'manual' });

const post = (url: string, body: unknown, headers: Record<string, string>) =>
  fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('the lab’s VirusTotal', () => {
  const ask = (path: string, key = world.virustotal.key) =>
    get(`${world.virustotal.url}/api/v3/${path}`, { 'x-apikey': key });

  it('refuses a missing and a wrong key, each in its own words', async () => {
    const without = await get(`${world.virustotal.url}/api/v3/domains/badhost.example`);
    expect([without.status, await without.json()]).toMatchObject([
      401,
      { error: { code: 'AuthenticationRequiredError' } },
    ]);
    expect(await (await ask('domains/badhost.example', 'wrong')).json()).toMatchObject({
      error: { code: 'WrongCredentialsError' },
    });
  });

  it('finds a URL by unpadded base64url and by nothing else', async () => {
    const address = 'https://cdn-sync.badhost.example/u/load.bin';
    const id = Buffer.from(address).toString('base64url');
    expect((await ask(`urls/${id}`)).status).toBe(200);
    expect((await ask(`urls/${Buffer.from(address).toString('base64')}=`)).status).toBe(404);
    expect((await ask(`urls/${encodeURIComponent(address)}`)).status).toBe(404);
  });

  it('answers 404 as NotFoundError to what it has never seen, and no POST at all', async () => {
    expect(await (await ask('domains/files.partner.example')).json()).toMatchObject({
      error: { code: 'NotFoundError' },
    });
    const posted = await post(
      `${world.virustotal.url}/api/v3/urls`,
      {},
      { 'x-apikey': world.virustotal.key },
    );
    expect(posted.status).toBe(405);
  });

  it('says when to come back once the quota is spent', async () => {
    world.virustotal.limit({ perMinute: 1 });
    await ask('ip_addresses/203.0.113.77');
    const second = await ask('ip_addresses/203.0.113.77');
    world.virustotal.limit({});
    expect([second.status, second.headers.get('Retry-After')]).toEqual([429, '60']);
  });

  it('records what it was asked, without the key', async () => {
    await ask('ip_addresses/2001:db8:40::9c1');
    const last = world.virustotal.requests.at(-1);
    expect(last).toMatchObject({ path: '/api/v3/ip_addresses/2001:db8:40::9c1', status: 200 });
    expect(JSON.stringify(world.virustotal.requests)).not.toContain(world.virustotal.key);
  });
});

describe('the lab’s registry', () => {
  it('is where its own bootstrap files lead', async () => {
    const file = (await (await get(`${world.rdap.url}/rdap/dns.json`)).json()) as {
      services: [[string[], string[]]];
    };
    const [[labels, servers]] = file.services;
    expect(labels).toContain('example');
    const base = servers.find((url) => url.startsWith(world.rdap.url)) ?? '';
    const answer = await get(`${base}domain/badhost.example`, { Accept: 'application/rdap+json' });
    expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([200, '*']);
  });

  it('answers 404 with an empty body to a name nobody registered', async () => {
    const answer = await get(`${world.rdap.url}/rdap/domain/nobody.example`);
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });
});

describe('faults', () => {
  it('happen as often as asked, then the piece is well again', async () => {
    const url = `${world.internetdb.url}/203.0.113.77`;
    world.internetdb.fail({ how: 'status', status: 503, times: 1 });
    expect([(await get(url)).status, (await get(url)).status]).toEqual([503, 200]);
  });

  it('cut the body, lose the answer, flood and lead elsewhere', async () => {
    const url = `${world.internetdb.url}/203.0.113.77`;
    world.internetdb.fail({ how: 'cut', times: 1 });
    await expect((await get(url)).text()).rejects.toThrow();
    world.internetdb.fail({ how: 'drop', times: 1 });
    await expect(get(url)).rejects.toThrow();
    world.internetdb.fail({ how: 'redirect', to: 'http://elsewhere.invalid/', times: 1 });
    expect((await get(url)).status).toBe(302);
    world.internetdb.fail({ how: 'oversize', bytes: 3_000_000, times: 1 });
    expect((await (await get(url)).text()).length).toBeGreaterThan(3_000_000);
  });
});

describe('the lab’s consoles', () => {
  it('have host names of their own and keep what is expected out of the page', async () => {
    const { port } = world.consoles;
    const ask = async (path: string) => {
      const { request } = await import('node:http');
      return new Promise<string>((done) => {
        const headers = { Host: `siem.localhost:${port}` };
        request({ host: '127.0.0.1', port, path, headers }, async (answer) => {
          let text = '';
          for await (const part of answer) text += String(part);
          done(text);
        }).end();
      });
    };
    expect(world.consoles.origin('siem', true)).toBe(`http://siem.corp:${port}`);
    expect(await ask('/')).not.toContain('"kind"');
    expect(JSON.parse(await ask('/expected.json'))).toContainEqual({
      kind: 'ipv4',
      value: '203.0.113.77',
      count: 4,
      private: false,
    });
  });

  it('print 500 different addresses on the flood page', () => {
    expect(new Set(world.consoles.expected('flood').map(({ value }) => value)).size).toBe(500);
  });
});
