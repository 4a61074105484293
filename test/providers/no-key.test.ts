import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { draftFromReport } from '../../lib/core/draft-from-report';
import { keyOf } from '../../lib/core/enrichment';
import type { HttpRequest } from '../../lib/core/http';
import { isLocal, type Provider } from '../../lib/core/plugin';
import { send } from '../../lib/core/send';
import { providers } from '../../lib/registry';
import { World } from '../engine/world';
import { cases } from './cases';

/** A key with characters that an address, a header and a body each write in another way. */
const key = 'S3CRET/key+of=nobody&48151623';
const password = 'S3CRET/password+of=nobody';

/** The ways in which a secret may be written down. */
function formsOf(secret: string): readonly string[] {
  return [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ a: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    btoa(secret).replace(/=+$/, '').slice(0, -2),
    btoa(`${key}:${password}`).slice(0, 24),
  ];
}
const forms = [key, password].flatMap(formsOf);

const settingsOf = (provider: Provider): Record<string, unknown> => {
  const fields = Object.keys(provider.settings.shape);
  const given = { key, user: 'analyst@example.test', password, baseUrl: 'https://source.test' };
  return provider.settings.parse(
    Object.fromEntries(Object.entries(given).filter(([name]) => fields.includes(name))),
  );
};

/** All that a request says, as a careless server repeats it. */
const echo = ({ url, headers, body }: HttpRequest): string =>
  `${url} ${JSON.stringify(headers ?? {})} ${String(body ?? '')} ${forms.join(' ')}`;

const said = (request: HttpRequest) => {
  const text = echo(request);
  const list = [{ message: text, detail: text }];
  return JSON.stringify({
    message: text,
    error: text,
    errors: list,
    detail: text,
    title: text,
    query_status: text,
    data: text,
    name: text,
  });
};

const reply =
  (status: number, headers: Record<string, string> = {}) =>
  (request: HttpRequest) =>
    new Response(said(request), { status, headers: { 'Content-Type': 'application/json', ...headers } });

/** The first documented answer of a source; a list has none that fits all. */
function documented(id: string): Response {
  const { body, status } = cases[id]?.examples.find(({ reads }) => typeof reads === 'object') ?? { body: '' };
  const sent = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  return new Response(sent as BodyInit, { status: status ?? 200 });
}

type Answers = (request: HttpRequest, id: string) => Response | Promise<Response>;

/** How a source may answer; where it fails, with everything that it was sent. */
const outcomes: Readonly<Record<string, Answers>> = {
  'a documented answer': (_, id) => documented(id),
  'status 200': reply(200),
  'status 400': reply(400),
  'status 401': reply(401),
  'status 402': reply(402),
  'status 403': reply(403),
  'status 404': reply(404),
  'status 407': reply(407),
  'status 422': reply(422),
  'status 429': reply(429, { 'Retry-After': '40000' }),
  'status 500': reply(500),
  HTML: (request) => new Response(`<html>${echo(request)}</html>`),
  'a redirect': (request) => reply(302, { Location: `https://other.test/?${echo(request)}` })(request),
  'a network error': (request) => Promise.reject(new TypeError(`Failed to fetch ${echo(request)}`)),
  'a cut body': (request) =>
    new Response(
      new ReadableStream({
        start(stream) {
          stream.enqueue(new TextEncoder().encode(said(request).slice(0, 80)));
          stream.error(new Error(echo(request)));
        },
      }),
    ),
};

/** Everything in the database, keys of rows included. */
async function stored(): Promise<string> {
  const rows: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
    });
    for (const name of db.objectStoreNames) {
      const store = db.transaction(name).objectStore(name);
      for (const reading of [store.getAll(), store.getAllKeys()]) {
        rows.push(
          await new Promise((resolve) => {
            reading.addEventListener('success', () => resolve([name, reading.result]));
          }),
        );
      }
    }
    db.close();
  }
  expect(rows.length).toBeGreaterThan(10);
  return JSON.stringify(rows);
}

const logged: unknown[] = [];
beforeEach(() => {
  logged.length = 0;
  for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, way).mockImplementation((...words) => void logged.push(...words.map(String)));
});
afterEach(() => vi.restoreAllMocks());

const keyed = providers.filter((provider) => 'key' in provider.settings.shape);
const every = keyed.flatMap((provider) =>
  Object.keys(outcomes).map((outcome) => [provider.id, outcome] as const),
);

test('the sources with a key are those whose cases say so', () => {
  const told = Object.entries(cases).flatMap(([id, { key }]) => (key === undefined ? [] : [id]));
  const asked = keyed.filter((provider) => !isLocal(provider)).map(({ id }) => id);
  expect(asked).toEqual(expect.arrayContaining(told));
  expect(keyed.filter(isLocal).length).toBeGreaterThan(0);
});

test.each(every)(
  '%s: after %s no key is in a log, an error, a stored row, a report or a draft',
  async (id, outcome) => {
    const provider = keyed.find((one) => one.id === id) ?? expect.fail('gone');
    const world = new World();
    world.sources = [{ provider, settings: settingsOf(provider), version: '1', maxTlp: 'red' }];
    world.policy = { ...world.policy, opsec: { ...world.policy.opsec, askReserved: true } };
    let sent = '';
    world.reply = (request) => {
      sent += JSON.stringify(request);
      const answer = outcomes[outcome] ?? expect.fail('gone');
      return send(async () => answer(request, id), request);
    };
    const ioc = isLocal(provider) ? ({ kind: 'domain', value: 'badhost.test' } as const) : provider.sample;
    await world.engine.resume();
    const tries: unknown[] = [];
    const tried = await world.engine.trySource(world.sources[0] ?? expect.fail('none'));
    await world.engine.enrich([ioc], 'panel');
    await world.until(async () => (await world.engine.report(keyOf(ioc)))?.enrichment.state === 'closed');
    const url = { kind: 'url', value: 'https://badhost.test/a' } as const;
    const ways = isLocal(provider) ? [] : (provider.submits ?? []);
    for (const way of ways) tries.push(await world.engine.submit(url, id, way.id));
    await world.quiet();
    // Else the test would prove nothing.
    expect(forms.some((form) => sent.includes(form))).toBe(true);

    const report = (await world.engine.report(keyOf(ioc))) ?? expect.fail('no report');
    const shown = JSON.stringify([tried, tries, report, draftFromReport(report, 'sightline-1'), logged]);
    const kept = await stored();
    for (const form of forms) {
      expect(shown).not.toContain(form);
      expect(kept).not.toContain(form);
    }
  },
);
