import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Draft } from '../../lib/core/draft';
import { send } from '../../lib/core/send';
import tracker from '../../lib/trackers/request-tracker';
import { startRequestTracker, type RequestTracker } from '../servers/request-tracker';

let rt: RequestTracker;
beforeAll(async () => {
  rt = await startRequestTracker();
});
afterAll(async () => {
  await rt?.stop();
});

/** As the background does it; `browser` adds the User-Agent that no extension can take away. */
function contextOf(more: Record<string, unknown> = {}, browser = true) {
  const settings = tracker.settings.parse({ baseUrl: rt.url, token: rt.token, ...more });
  const agent = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0.0.0 Safari/537.36' };
  return {
    settings,
    ask: (request: Parameters<typeof send>[1]) =>
      send(fetch, browser ? { ...request, headers: { ...request.headers, ...agent } } : request),
  };
}

const draft = (externalId: string, more: Partial<Draft> = {}): Draft => ({
  externalId,
  title: 'Malicious domain badhost[.]example',
  body: '## Why\n\n- **VirusTotal**: 17 of 94 engines\n\n`badhost[.]example`\n',
  priority: 'high',
  tlp: 'green',
  iocs: [{ kind: 'domain', value: 'badhost.example' }],
  ...more,
});

const value = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T =>
  result.ok ? result.value : expect.fail(JSON.stringify(result.failure));

async function rest(path: string, init: { method?: string; body?: unknown } = {}) {
  const answer = await fetch(`${rt.url}/REST/2.0${path}`, {
    method: init.method ?? 'GET',
    headers: { Authorization: `token ${rt.token}`, 'Content-Type': 'application/json' },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  });
  return (await answer.json()) as Record<string, unknown>;
}

/** The text of every transaction of a ticket. */
async function contents(id: string): Promise<string> {
  const { items } = (await rest(`/ticket/${id}/attachments?fields=Content`)) as {
    items: { Content?: string }[];
  };
  return items.map(({ Content = '' }) => Content).join('\n');
}

test('the test button says what it found', async () => {
  expect(value(await tracker.test(contextOf()))).toEqual({
    summary: expect.stringMatching(/^Request Tracker 5.*, queue “Investigations”\.$/) as unknown,
    warnings: [],
  });
});

test('an Investigation is created once, found by its id, and reads back as it was sent', async () => {
  const ref = value(await tracker.create(draft('sightline-0000000000000001'), contextOf()));
  expect(ref).toEqual({ key: `#${ref.id}`, id: ref.id, url: `${rt.url}/Ticket/Display.html?id=${ref.id}` });
  const state = {
    ref,
    title: 'Malicious domain badhost[.]example',
    status: 'new',
    open: true,
    carriesId: true,
  };
  expect(value(await tracker.find('sightline-0000000000000001', contextOf()))).toEqual([state]);
  expect(value(await tracker.read(ref, contextOf()))).toEqual(state);
  const ticket = await rest(`/ticket/${ref.id}`);
  expect(JSON.stringify(ticket['CustomFields'])).toContain('badhost.example');
  expect(ticket['Priority']).toBe('100');
  const page = await contents(ref.id);
  expect(page).toContain('<li><strong>VirusTotal</strong>: 17 of 94 engines</li>');
});

test('an id that begins with another id is not taken for it', async () => {
  value(await tracker.create(draft('sightline-0000000000000002-2'), contextOf()));
  value(await tracker.create(draft('sightline-0000000000000003-2'), contextOf({ queue: rt.plainQueue })));
  expect(value(await tracker.find('sightline-0000000000000002', contextOf()))).toEqual([]);
  expect(value(await tracker.find('sightline-0000000000000003', contextOf()))).toEqual([]);
});

test('a resolved ticket is found, newest first, and known as closed', async () => {
  const id = 'sightline-0000000000000004';
  const old = value(await tracker.create(draft(id), contextOf()));
  await rest(`/ticket/${old.id}`, { method: 'PUT', body: { Status: 'resolved' } });
  const young = value(await tracker.create(draft(id), contextOf()));
  const found = value(await tracker.find(id, contextOf()));
  expect(found.map(({ ref, open }) => [ref.id, open])).toEqual([
    [young.id, true],
    [old.id, false],
  ]);
  expect(value(await tracker.read(old, contextOf()))).toMatchObject({ status: 'resolved', open: false });
});

describe('where the queue has no custom field', () => {
  const plain = () => contextOf({ queue: rt.plainQueue });

  test('the test button says so', async () => {
    expect(value(await tracker.test(plain())).warnings).toEqual([
      'The queue has no custom field “External ID”: the subject carries the external id instead.',
      'The queue has no custom field “IOC”: IOCs stand in the text alone.',
    ]);
  });

  test('the subject carries the id, and the ticket is found by it', async () => {
    const ref = value(await tracker.create(draft('sightline-0000000000000005'), plain()));
    const [state] = value(await tracker.find('sightline-0000000000000005', plain()));
    expect(state).toMatchObject({
      ref,
      title: 'Malicious domain badhost[.]example [sightline-0000000000000005]',
      carriesId: true,
    });
  });

  test('and no field name at all is fine too', async () => {
    const none = contextOf({ queue: rt.plainQueue, externalIdField: '', iocField: '' });
    value(await tracker.create(draft('sightline-0000000000000006'), none));
    expect(value(await tracker.find('sightline-0000000000000006', none))).toHaveLength(1);
  });
});

test('a ticket that was moved to another queue is still found', async () => {
  const ref = value(
    await tracker.create(draft('sightline-0000000000000007'), contextOf({ queue: rt.plainQueue })),
  );
  await rest(`/ticket/${ref.id}`, { method: 'PUT', body: { Queue: rt.queue } });
  expect(
    value(await tracker.find('sightline-0000000000000007', contextOf({ queue: rt.plainQueue }))),
  ).toHaveLength(1);
});

test('quotes, backslashes and other alphabets survive', async () => {
  const title = `It's a "test" \\ of ключ, <b>bold</b> & more`;
  const ref = value(
    await tracker.create(
      draft("sightline-o'brien\\", { title, body: 'ключ <script>x</script> & `a<b`' }),
      contextOf(),
    ),
  );
  const [state] = value(await tracker.find("sightline-o'brien\\", contextOf()));
  expect(state).toMatchObject({ ref, title });
  expect(await contents(ref.id)).toContain('ключ &lt;script&gt;x&lt;/script&gt; &amp; ');
});

test('a later run is added as an internal comment', async () => {
  const ref = value(await tracker.create(draft('sightline-0000000000000008'), contextOf()));
  expect(await tracker.comment(ref, 'VirusTotal **3 → 17**', contextOf())).toEqual({ ok: true, value: null });
  expect(await contents(ref.id)).toContain('<p>VirusTotal <strong>3 → 17</strong></p>');
  const { items } = (await rest(`/ticket/${ref.id}/history?fields=Type`)) as { items: { Type: string }[] };
  expect(items.map(({ Type }) => Type)).toContain('Comment');
});

describe('refusals', () => {
  test.each([true, false])(
    'a wrong token is refused, from a browser (%s) as from others',
    async (browser) => {
      const wrong = contextOf({ token: '1-14-00000000000000000000000000000000' }, browser);
      for (const result of [
        await tracker.test(wrong),
        await tracker.find('sightline-0000000000000001', wrong),
        await tracker.create(draft('sightline-0000000000000009'), wrong),
      ]) {
        expect(result).toMatchObject({ ok: false, failure: { code: 'refused' } });
        expect(JSON.stringify(result)).not.toContain('1-14-');
      }
    },
  );

  test('an unknown queue is named by the test button and by the ticket that could not be made', async () => {
    const nowhere = contextOf({ queue: "No'where" });
    expect(await tracker.test(nowhere)).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining("No'where") as unknown },
    });
    expect(await tracker.create(draft('sightline-000000000000000a'), nowhere)).toMatchObject({
      ok: false,
      failure: {
        code: 'refused',
        message: expect.stringContaining('No permission to create tickets') as unknown,
      },
    });
  });

  test('a user who may only read learns it from the test button, and comments are refused', async () => {
    const reader = contextOf({ token: rt.readOnlyToken });
    expect(await tracker.test(reader)).toMatchObject({ ok: false, failure: { code: 'refused' } });
    const ref = value(await tracker.create(draft('sightline-000000000000000b'), contextOf()));
    expect(await tracker.comment(ref, 'x', reader)).toMatchObject({
      ok: false,
      failure: { code: 'refused' },
    });
  });

  test('a ticket that is gone is missing, not an empty success', async () => {
    const gone = { key: '#99999', id: '99999', url: `${rt.url}/Ticket/Display.html?id=99999` };
    expect(await tracker.read(gone, contextOf())).toMatchObject({ ok: false, failure: { code: 'missing' } });
  });
});

test('a field the user may not write is noticed, and the subject carries the id', async () => {
  // The reader may create after all, but sets no custom field outside the privileged group's rights.
  const ref = value(
    await tracker.create(draft('sightline-000000000000000c'), contextOf({ token: rt.fieldlessToken })),
  );
  const [state] = value(await tracker.find('sightline-000000000000000c', contextOf()));
  expect(state).toMatchObject({ ref, carriesId: true });
  expect(state?.title).toContain('[sightline-000000000000000c]');
});
