import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { keyOf } from '../../lib/core/enrichment';
import { externalId } from '../../lib/core/external-id';
import type { Ioc } from '../../lib/ioc';
import type { Jira } from '../lab/jira';
import { startWorld, type World } from '../lab/world';
import { ask } from './ask';
import { type Chromium, launchChromium } from './chromium';
import { configure } from './configure';
import { until } from './wait-until';

let world: World;
let browser: Chromium;
let own: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchChromium()]);
  own = await configure(browser, world);
});

afterAll(() => Promise.all([browser.close(), world.stop()]));

const c2: Ioc = { kind: 'ipv4', value: '203.0.113.77' };
const loader: Ioc = { kind: 'url', value: 'https://cdn-sync.badhost.example/u/load.bin' };
const host: Ioc = { kind: 'domain', value: 'cdn-sync.badhost.example' };
const hash: Ioc = { kind: 'md5', value: 'b0c1f3f7a3d64c1f9b7e2a5580d1c9e4' };

const enrich = (ioc: Ioc) => ask(own, 'enrich', { iocs: [ioc], trigger: 'panel' });
const filing = async (ioc: Ioc) => (await ask(own, 'report.get', { key: keyOf(ioc) }))?.enrichment.filing;
const filed = (ioc: Ioc) =>
  until(`the Investigation of ${ioc.value}`, async () => (await filing(ioc))?.state === 'filed', 90);

async function useJira(jira: Jira, edition: 'cloud' | 'data-center'): Promise<void> {
  const settings = {
    edition,
    baseUrl: jira.url,
    email: jira.email,
    project: jira.site.project,
    issueType: 'Investigation',
  };
  await ask(own, 'plugin.set', { id: 'jira', on: true, settings });
  await ask(own, 'secret.set', { id: 'jira', field: 'token', value: jira.token });
  await ask(own, 'investigations.set', { tracker: 'jira' });
}

describe('Jira Cloud', () => {
  beforeAll(() => useJira(world.jiraCloud, 'cloud'));

  it('takes an Investigation through its wall against browsers', async () => {
    await enrich(c2);
    await filed(c2);
    const { site, requests } = world.jiraCloud;
    expect(site.issues.map(({ fields }) => fields['labels'])).toEqual([
      expect.arrayContaining([await externalId(c2)]),
    ]);
    const created = requests.find(({ method, path }) => method === 'POST' && path.endsWith('/issue'));
    expect(created?.headers['user-agent']).toBe('Sightline');
    expect(created?.headers['origin']).toBeUndefined();
  });

  // A connection that dies instead is no use here: Chromium itself sends a POST again when a reused one does.
  it('gets one issue, not two, when the answer to a create is lost before its index knows it', async () => {
    world.jiraCloud.site.lag = 4000;
    world.jiraCloud.fail({ how: 'gateway', times: 1, when: ({ method }) => method === 'POST' });
    await enrich(loader);
    await filed(loader);
    const id = await externalId(loader);
    const mine = world.jiraCloud.site.issues.filter(({ fields }) =>
      JSON.stringify(fields['labels']).includes(id),
    );
    expect(mine).toHaveLength(1);
    expect(await filing(loader)).toMatchObject({ state: 'filed', ref: { key: mine[0]?.key } });
  });
});

describe('Jira Data Center', () => {
  beforeAll(() => useJira(world.jiraDatacenter, 'data-center'));

  it('takes an Investigation as plain text', async () => {
    await enrich(host);
    await filed(host);
    expect(typeof world.jiraDatacenter.site.issues[0]?.fields['description']).toBe('string');
  });
});

describe('Request Tracker', () => {
  beforeAll(() => ask(own, 'investigations.set', { tracker: 'request-tracker' }));

  it('is tried again after it was down, and then holds one ticket', async () => {
    world.requestTracker.fail({ how: 'drop' });
    await enrich(hash);
    await until('the failure', async () => (await filing(hash))?.state === 'failed');
    const before = await filing(hash);
    expect(before?.state === 'failed' && before.failure.message).toMatch(/Request Tracker|127\.0\.0\.1/);
    world.requestTracker.heal();
    await ask(own, 'investigation.file', { key: keyOf(hash) });
    await filed(hash);
    expect(world.requestTracker.tickets).toHaveLength(1);
  });

  it('without the custom field keeps the id in the subject, and the test button says so', async () => {
    world.requestTracker.defineFields([]);
    const ioc: Ioc = {
      kind: 'sha256',
      value: '6b0f9a53d1c84e7f2a90be13c7d5486e0f31a2b4c69d8e75f01234a6b8c9d7e2',
    };
    await enrich(ioc);
    await filed(ioc);
    const { report } = await ask(own, 'plugin.test', { id: 'request-tracker' });
    expect(report.ok && report.value.warnings.join()).toMatch(/External ID/);
    expect(world.requestTracker.tickets.at(-1)?.subject).toContain(await externalId(ioc));
  });
});
