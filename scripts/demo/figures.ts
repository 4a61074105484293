import type { Page } from 'playwright-core';
import { ask } from '../../test/e2e/ask';
import type { World } from '../../test/lab/world';
import type { Report } from '../../lib/core/enrichment';
import type { Listed } from '../../lib/messages';

/** What the extension says it did. */
export interface Figures {
  readonly indicatorsFound: number;
  readonly enrichmentsOpened: number;
  readonly enrichmentsRerun: number;
  readonly enrichmentsClosed: number;
  readonly lookupsSent: number;
  readonly lookupsSavedByCache: number;
  readonly investigationsFiled: number;
}

/** Every Enrichment's report, by the extension's own history. */
export async function reports(page: Page): Promise<Report[]> {
  const rows: Listed[] = [];
  for (let before: number | null = null; ;) {
    const next: readonly Listed[] = await ask(page, 'history', { before, limit: 100 });
    const known = new Set(rows.map(({ key }) => key));
    const fresh = next.filter(({ key }) => !known.has(key));
    rows.push(...fresh);
    const last = fresh.at(-1);
    if (!last) break;
    before = last.enrichment?.runAt ?? last.at;
  }
  const all = await Promise.all(rows.map(({ key }) => ask(page, 'report.get', { key })));
  return all.filter((report) => report !== null);
}

export function figuresOf(all: readonly Report[], indicatorsFound: number): Figures {
  const steps = all.flatMap(({ runs }) => runs.flatMap((run) => run.steps));
  const enrichments = all.map(({ enrichment }) => enrichment);
  return {
    indicatorsFound,
    enrichmentsOpened: enrichments.length,
    enrichmentsRerun: enrichments.reduce((sum, { runs }) => sum + runs - 1, 0),
    enrichmentsClosed: enrichments.filter(({ state }) => state === 'closed').length,
    lookupsSent: steps.reduce((sum, { attempts }) => sum + attempts, 0),
    lookupsSavedByCache: steps.filter(({ outcome }) => 'origin' in outcome && outcome.origin === 'cached')
      .length,
    investigationsFiled: enrichments.filter(({ filing }) => filing?.state === 'filed').length,
  };
}

/** Where the extension's figures and the lab's own record differ, in words. */
export function differences(figures: Figures, world: World): string[] {
  const compare = (what: string, said: number, seen: number) =>
    said === seen ? [] : [`${what}: the extension says ${said}, the lab ${seen}`];
  const filed = world.requestTracker.tickets.filter(({ creator }) => creator === 'soc-ext').length;
  return [
    ...compare('indicators found', figures.indicatorsFound, world.consoles.expected('siem').length),
    ...compare('lookups sent', figures.lookupsSent, world.lookups().length),
    ...compare('investigations filed', figures.investigationsFiled, filed),
    ...compare('enrichments closed', figures.enrichmentsClosed, figures.enrichmentsOpened),
  ];
}
