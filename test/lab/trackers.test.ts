import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Jira, startJira } from './jira';
import { type RequestTracker, startRequestTracker } from './request-tracker';

let rt: RequestTracker;
let cloud: Jira;
let datacenter: Jira;

beforeAll(async () => {
  [rt, cloud, datacenter] = await Promise.all([
    startRequestTracker(),
    startJira('cloud'),
    startJira('datacenter'),
  ]);
});

afterAll(() => Promise.all([rt.stop(), cloud.stop(), datacenter.stop()]));

const browser = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0' };
const script = { 'User-Agent': 'Sightline', Accept: 'application/json' };

const ask = (url: string, headers: Record<string, string>, body?: unknown) =>
  fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

describe('the lab’s Request Tracker', () => {
  const call = (path: string, body?: unknown, token = rt.token) =>
    ask(`${rt.url}/REST/2.0/${path}`, { Authorization: `token ${token}` }, body);
  const search = async (query: string) => {
    const answer = await call(`tickets?query=${encodeURIComponent(query)}`);
    return [answer.status, ((await answer.json()) as { total?: number }).total];
  };

  it('sends a browser with a wrong token to the login page, and others a 401', async () => {
    const headers = { Authorization: 'token wrong' };
    expect((await ask(`${rt.url}/REST/2.0/rt`, { ...headers, ...browser })).status).toBe(302);
    expect((await ask(`${rt.url}/REST/2.0/rt`, { ...headers, ...script })).status).toBe(401);
  });

  it('takes no Bearer token and no foreign queue', async () => {
    const bearer = { Authorization: `Bearer ${rt.token}`, ...script };
    expect((await ask(`${rt.url}/REST/2.0/rt`, bearer)).status).toBe(401);
    expect((await call('ticket', { Subject: 'x' })).status).toBe(400);
    expect((await call('ticket', { Subject: 'x', Queue: 'Nope' })).status).toBe(403);
    expect((await call('ticket', { Subject: 'x', Queue: rt.queue }, rt.readerToken)).status).toBe(403);
  });

  it('names a new ticket by a string, reads it back by a number, and finds it by its external id', async () => {
    const made = await call('ticket', {
      Queue: rt.queue,
      Subject: "It's [Investigation] 203.0.113.77",
      CustomFields: { 'External ID': 'sightline-00', Nope: 'dropped' },
    });
    const { id } = (await made.json()) as { id: string };
    expect([made.status, typeof id]).toEqual([201, 'string']);
    const read = (await (await call(`ticket/${id}`)).json()) as { id: number; CustomFields: object[] };
    expect(read.id).toBe(Number(id));
    expect(JSON.stringify(read.CustomFields)).not.toContain('dropped');
    expect(await search("Queue = 'Investigations' AND 'CF.{External ID}' = 'sightline-00'")).toEqual([
      200, 1,
    ]);
    expect(await search("Subject LIKE 'It\\'s' AND Status = '__Active__'")).toEqual([200, 1]);
    expect(await search("'CF.{No Such Field}' = 'sightline-00'")).toEqual([200, 0]);
    expect((await search("Queue = 'Investigations' AND ("))[0]).toBe(400);
  });

  it('drops the external id in silence where the queue lacks the field', async () => {
    rt.defineFields([]);
    await call('ticket', { Queue: rt.queue, Subject: 'x', CustomFields: { 'External ID': 'sightline-11' } });
    rt.defineFields(['External ID', 'IOC']);
    expect(await search("'CF.{External ID}' = 'sightline-11'")).toEqual([200, 0]);
  });

  it('loses an answer after making the ticket, when told to', async () => {
    const before = rt.tickets.length;
    rt.fail({ how: 'lost', times: 1 });
    await expect(call('ticket', { Queue: rt.queue, Subject: 'lost' })).rejects.toThrow();
    expect(rt.tickets.length).toBe(before + 1);
  });
});

describe('the lab’s Jira', () => {
  const basic = () => ({ Authorization: `Basic ${btoa(`${cloud.email}:${cloud.token}`)}`, ...script });
  const doc = (text: string) => ({
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  const fields = (description: unknown) => ({
    fields: {
      project: { key: 'SOC' },
      issuetype: { id: '10021' },
      summary: '[Investigation] 203.0.113.77',
      labels: ['sightline-00'],
      description,
    },
  });

  it('walls off what looks like a browser, though its token is right and reading works', async () => {
    const headers = { ...basic(), ...browser };
    expect((await ask(`${cloud.url}/rest/api/3/myself`, headers)).status).toBe(200);
    const made = await ask(`${cloud.url}/rest/api/3/issue`, headers, fields(doc('x')));
    expect([made.status, await made.text()]).toEqual([403, 'XSRF check failed']);
    const foreign = { ...basic(), Origin: 'chrome-extension://abc' };
    expect((await ask(`${cloud.url}/rest/api/3/issue`, foreign, fields(doc('x')))).status).toBe(403);
  });

  it('takes a document in the cloud and plain text in the data center', async () => {
    expect((await ask(`${cloud.url}/rest/api/3/issue`, basic(), fields('plain'))).status).toBe(400);
    expect((await ask(`${cloud.url}/rest/api/3/issue`, basic(), fields(doc('')))).status).toBe(400);
    const bearer = { Authorization: `Bearer ${datacenter.token}`, ...script };
    expect((await ask(`${datacenter.url}/rest/api/2/issue`, bearer, fields(doc('x')))).status).toBe(400);
    expect((await ask(`${datacenter.url}/rest/api/2/issue`, bearer, fields('plain'))).status).toBe(201);
  });

  it('finds a new issue by label only after its index has caught up', async () => {
    cloud.site.lag = 60_000;
    const made = await ask(`${cloud.url}/rest/api/3/issue`, basic(), fields(doc('report')));
    const { key } = (await made.json()) as { key: string };
    const found = async () => {
      const query = encodeURIComponent('project = "SOC" AND labels = "sightline-00" ORDER BY created DESC');
      const answer = await ask(`${cloud.url}/rest/api/3/search/jql?jql=${query}&fields=labels`, basic());
      return ((await answer.json()) as { issues: { key: string }[] }).issues.map((issue) => issue.key);
    };
    expect(await found()).toEqual([]);
    expect((await ask(`${cloud.url}/rest/api/3/issue/${key}`, basic())).status).toBe(200);
    cloud.site.lag = 0;
    expect(await found()).toEqual([key]);
  });

  it('shows nothing to a caller without a name', async () => {
    expect((await ask(`${cloud.url}/rest/api/3/issue/SOC-1`, script)).status).toBe(404);
    expect((await ask(`${cloud.url}/rest/api/3/search?jql=x`, basic())).status).toBe(410);
  });
});
