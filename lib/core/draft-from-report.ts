import type { Draft } from './draft';
import type { Report } from './enrichment';

export const draftFromReport = (report: Report, externalId: string): Draft => ({
  externalId,
  title: `Malicious ${report.enrichment.ioc.value}`,
  body: report.enrichment.verdict?.summary ?? '',
  priority: 'high',
  tlp: 'green',
  iocs: [report.enrichment.ioc],
});
