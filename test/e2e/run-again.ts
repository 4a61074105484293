import type { Page } from 'playwright-core';
import { keyOf } from '../../lib/core/enrichment';
import type { Ioc } from '../../lib/ioc';
import { ask } from './ask';
import { until } from './wait-until';

/** Runs the Enrichment of an indicator anew, and answers with it once that run has closed. */
export async function runAgain(own: Page, ioc: Ioc) {
  const read = async () => (await ask(own, 'report.get', { key: keyOf(ioc) }))?.enrichment;
  const before = (await read())?.runs ?? 0;
  await ask(own, 'enrich', { iocs: [ioc], trigger: 'panel', again: true });
  await until('the run', async () => {
    const now = await read();
    return now?.state === 'closed' && now.runs > before;
  });
  return read();
}
