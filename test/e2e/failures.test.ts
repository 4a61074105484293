import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Report } from '../../lib/core/enrichment';
import type { Fault } from '../lab/fault';
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

/** Heals whatever the failure closed: the key is typed again. */
afterEach(async () => {
  world.virustotal.heal();
  await ask(own, 'secret.set', { id: 'virustotal', field: 'key', value: world.virustotal.key });
});

let number = 0;

/** A domain nobody was asked about yet, which every engine calls malicious. */
function fresh(): string {
  const value = `n${(number += 1)}.badhost.example`;
  world.virustotal.learn({ kind: 'domain', value, level: 'malicious', engines: { malicious: 30 } });
  return value;
}

/** The report of a new domain, once VirusTotal's part of it has ended. */
async function reportOn(value: string): Promise<Report> {
  await ask(own, 'enrich', { iocs: [{ kind: 'domain', value }], trigger: 'panel' });
  let report: Report | null = null;
  await until(`the answer about ${value}`, async () => {
    report = await ask(own, 'report.get', { key: `domain|${value}` });
    return partOf(report)?.state !== 'running' && partOf(report) !== undefined;
  });
  if (report === null) throw new Error('There is no report.');
  return report;
}

const partOf = (report: Report | null) =>
  report?.runs[0]?.steps.find(({ provider }) => provider === 'virustotal')?.outcome;

const faults: readonly (readonly [string, Fault, RegExp])[] = [
  ['answers a web page', { how: 'html' }, /VirusTotal|not JSON|web page|127\.0\.0\.1/],
  ['server error 500', { how: 'status', status: 500 }, /500/],
  ['cuts its answer', { how: 'cut' }, /./],
  ['answers without end', { how: 'oversize', bytes: 50_000_000 }, /./],
  ['ends the connection', { how: 'drop' }, /reach/],
  ['sends the request elsewhere', { how: 'redirect', to: 'http://evil.localhost:1/' }, /elsewhere/],
  ['refuses the key (401)', { how: 'status', status: 401 }, /key/i],
];

describe('a source that fails', () => {
  it('is asked again on request, and the same Enrichment ends with the verdict', async () => {
    const value = fresh();
    world.virustotal.fail({ how: 'status', status: 500 });
    await reportOn(value);
    world.virustotal.heal();
    await ask(own, 'enrich', { iocs: [{ kind: 'domain', value }], trigger: 'panel', again: true });
    await until('the second run', async () => {
      const report = await ask(own, 'report.get', { key: `domain|${value}` });
      return report?.enrichment.level === 'malicious';
    });
  });

  for (const [words, fault, message] of faults) {
    it(`${words}: the report says so, in words, and nothing about it looks clean`, async () => {
      world.virustotal.fail(fault);
      const report = await reportOn(fresh());
      const outcome = partOf(report);
      expect(['failed', 'quota']).toContain(outcome?.state);
      expect(outcome && 'failure' in outcome ? outcome.failure.message : '').toMatch(message);
      expect(report.enrichment.level).not.toBe('benign');
    });
  }
});

describe('what a person pastes', () => {
  it('without any IOC starts nothing', async () => {
    expect(await ask(own, 'batch.start', { text: 'good morning', title: 'Nothing' })).toBeNull();
    expect(await ask(own, 'batch.start', { text: '', title: 'Empty' })).toBeNull();
  });

  it('a thousand at once become one batch, and cancelling it leaves the rest unasked', async () => {
    const text = Array.from({ length: 1000 }, (_, at) => `198.51.${at >> 8}.${at & 255}`).join('\n');
    world.virustotal.fail({ how: 'delay', milliseconds: 1000 });
    const started = await ask(own, 'batch.start', { text, title: 'A thousand' });
    expect(started?.count).toBe(1000);
    await ask(own, 'batch.cancel', { id: started?.id ?? '' });
    const last = await ask(own, 'batch.last', {});
    expect([last?.cancelled, last?.running]).toEqual([true, 0]);
    expect(world.virustotal.requests.length).toBeLessThan(1000);
  });
});
