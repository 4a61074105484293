import { defang } from '../ioc';
import { clip } from './clip';
import type { Draft, Priority } from './draft';
import type { Report } from './enrichment';
import { toMarkdown } from './markdown/write';
import { verdictOf } from './override';
import { capital, kindNames, reportDocument, runOf, type NameOf } from './report';
import type { Tlp } from './tlp';
import type { Level } from './verdict';

const priorities: Readonly<Record<Level, Priority>> = {
  malicious: 'high',
  suspicious: 'normal',
  unknown: 'normal',
  benign: 'low',
};

/** The Investigation as it would be filed for this report, for a person to change. */
export function draftFromReport(
  report: Report,
  externalId: string,
  { nameOf = (id) => id, tlp = 'green' }: { readonly nameOf?: NameOf; readonly tlp?: Tlp } = {},
): Draft {
  const { ioc } = report.enrichment;
  const verdict = verdictOf(report.enrichment, runOf(report)?.verdict);
  const level = verdict?.level ?? null;
  const [reason] = verdict?.reasons.filter(({ weight }) => weight > 0) ?? [];
  const subject = `${level ? `${capital(level)} ` : ''}${kindNames[ioc.kind]} ${clip(defang(ioc.value), 90)}`;
  const because = reason ? `: ${nameOf(reason.provider)}, ${clip(reason.text, 60)}` : '';
  return {
    externalId,
    title: capital(subject) + because,
    body: toMarkdown(reportDocument(report, nameOf)),
    priority: level ? priorities[level] : 'normal',
    tlp,
    iocs: [ioc],
  };
}
