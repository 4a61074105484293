import type { Page } from 'playwright-core';
import { keyOf } from '../../lib/core/enrichment';
import type { Ioc } from '../../lib/ioc';
import { ask } from './ask';
import { until } from './wait-until';

/** Enriches these from one of the extension's own pages, and waits until every Enrichment has closed. */
export async function enriched(own: Page, ...iocs: readonly Ioc[]): Promise<void> {
  await ask(own, 'enrich', { iocs, trigger: 'panel' });
  await until(`the verdicts of ${iocs.map(keyOf).join(', ')}`, async () => {
    const reports = await Promise.all(iocs.map((ioc) => ask(own, 'report.get', { key: keyOf(ioc) })));
    return reports.every((report) => report?.enrichment.state === 'closed');
  });
}
