import type { Page } from 'playwright-core';
import type { Report } from '../../lib/core/enrichment';
import type { Ioc } from '../../lib/ioc';
import type { Batch } from '../../lib/messages';
import { ask } from '../e2e/ask';
import { type Chromium, launchChromium } from '../e2e/chromium';
import { configure } from '../e2e/configure';
import { until } from '../e2e/wait-until';
import { config } from '../lab/config';
import { indicators } from '../lab/indicators';
import { startWorld, type World } from '../lab/world';

/** What the lab knows, filled up with documentation addresses nobody has seen. */
export const fifty: readonly Ioc[] = [
  ...indicators.map(({ kind, value }) => ({ kind, value })),
  ...Array.from({ length: 50 }, (_, i) => ({ kind: 'ipv4' as const, value: `192.0.2.${i + 1}` })),
].slice(0, 50);

export const malicious = indicators.filter(({ level }) => level === 'malicious');

export const text = fifty.map(({ value }) => value).join('\n');

/**
 * A lab whose sources take their time, and a browser that is set up to ask them and to file.
 * @param perMinute what the VirusTotal key allows: few keep runs pending for minutes
 */
export async function prepare(perMinute: number): Promise<{ world: World; browser: Chromium; page: Page }> {
  const [world, browser] = await Promise.all([startWorld(), launchChromium()]);
  const { sources } = config(world);
  const page = await configure(browser, world, {
    sources: { ...sources, virustotal: { ...sources?.['virustotal'], perMinute } },
    investigations: { tracker: 'request-tracker', automatic: true, perHour: 1000 },
  });
  for (const piece of [world.virustotal, world.rdap]) piece.fail({ how: 'delay', milliseconds: 500 });
  return { world, browser, page };
}

export const isDone = (batch: Batch | null): boolean =>
  batch !== null && batch.running === 0 && batch.waiting === 0;

export const reports = (page: Page): Promise<(Report | null)[]> =>
  Promise.all(fifty.map(({ kind, value }) => ask(page, 'report.get', { key: `${kind}|${value}` })));

/** Waits until every run of the newest batch is closed and every malicious IOC has its ticket. */
export async function finished(page: Page, seconds: number): Promise<void> {
  await until('the batch', async () => isDone(await ask(page, 'batch.last', {})), seconds);
  const isFiled = async () => {
    const bad = (await reports(page)).filter((report) => report?.enrichment.level === 'malicious');
    return bad.every((report) => report?.enrichment.filing?.state === 'filed');
  };
  await until('the Investigations', isFiled, 120);
}
