import { defang, type Ioc } from '../ioc';
import type { Report, Run, Step } from './enrichment';
import { markIocs } from './mark-iocs';
import type { Block, Document, Inline, Line } from './markdown/document';
import type { Outcome, Pending } from './outcome';
import { verdictOf } from './override';
import { flowWords, type Seen, timeWords } from './seen';
import type { Verdict } from './verdict';

/** A source's name for people, by its id. */
export type NameOf = (provider: string) => string;

/** What a kind is called in a report. */
export const kindNames: Readonly<Record<Ioc['kind'], string>> = {
  ipv4: 'IPv4 address',
  ipv6: 'IPv6 address',
  cidr: 'network',
  domain: 'domain',
  url: 'URL',
  email: 'email address',
  md5: 'MD5',
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha512: 'SHA-512',
  cve: 'CVE',
  asn: 'AS number',
};

/** The run a report is written from: the newest that closed, else the newest. */
export const runOf = ({ runs }: Report): Run | undefined =>
  runs.find(({ closedAt }) => closedAt !== undefined) ?? runs[0];

/**
 * The report of an Enrichment as it goes into a ticket: the verdict and why, then each source with what it said or why it
 * said nothing, then the details. Every indicator in it, also inside a source's own words, is defanged.
 */
export function reportDocument(report: Report, nameOf: NameOf): Document {
  const { ioc, seen } = report.enrichment;
  const run = runOf(report);
  const verdict = verdictOf(report.enrichment, run?.verdict);
  const steps = run?.steps ?? [];
  return [
    paragraph(
      { text: `${verdict?.level ? capital(verdict.level) : 'No verdict'}.`, mark: 'strong' },
      { text: ` ${capital(kindNames[ioc.kind])} ` },
      { text: defang(ioc.value), mark: 'code' },
      { text: '.' },
    ),
    ...(verdict ? why(verdict, nameOf) : []),
    ...(seen ? [heading('Seen'), bullets(where(seen))] : []),
    ...(run?.changes?.length
      ? [heading('What changed'), bullets(run.changes.map((change) => markIocs(change)))]
      : []),
    ...(steps.length > 0 ? [heading('Sources'), table(steps, nameOf)] : []),
    ...steps.flatMap((step) => details(step, nameOf)),
    ...(run ? [paragraph({ text: foot(report, run) })] : []),
  ];
}

function why({ summary, reasons, dissent }: Verdict, nameOf: NameOf): Block[] {
  const counted = reasons.filter(({ weight }) => weight > 0);
  const rows = counted.map(({ provider, level, text }) =>
    after({ text: nameOf(provider), mark: 'strong' }, ` (${level}): ${text}`),
  );
  return [
    { block: 'paragraph', line: markIocs(summary) },
    ...(rows.length > 0 ? [heading('Why'), bullets(rows)] : []),
    ...(dissent === '' ? [] : [{ block: 'paragraph', line: markIocs(dissent) } as const]),
  ];
}

/** Where the analyst met it, in words of the page. */
function where(seen: Seen): Line[] {
  const { page, field, time } = seen;
  const flow = flowWords(seen);
  return [
    after({ text: 'Page: ' }, page),
    ...(field === undefined ? [] : [[{ text: 'Field: ' }, { text: field, mark: 'code' }] as const]),
    ...(time === undefined ? [] : [[{ text: `Event: ${timeWords(time)}` }]]),
    ...(flow === null ? [] : [after({ text: 'Connection: ' }, flow)]),
  ];
}

const table = (steps: readonly Step[], nameOf: NameOf): Block => ({
  block: 'table',
  head: [[{ text: 'Source' }], [{ text: 'Answer' }], [{ text: 'When' }]],
  rows: steps.map(({ provider, outcome }) => [
    [{ text: nameOf(provider) }],
    [...said(outcome), ...inVain(outcome)],
    [{ text: outcome.state === 'running' ? '' : `${time(outcome.at)}${origin(outcome)}` }],
  ]),
});

/** An outcome in words. What brought no level is never written as one. */
function said(outcome: Outcome | Pending): Line {
  switch (outcome.state) {
    case 'answered':
      return markIocs(`${outcome.answer.level ? `${outcome.answer.level}: ` : ''}${outcome.answer.summary}`);
    case 'no-record':
      return markIocs(`No record. ${outcome.message}`);
    case 'failed':
    case 'quota':
      return markIocs(`Failed. ${outcome.failure.message}`);
    case 'withheld':
      return markIocs(`Not asked. ${outcome.message}`);
    case 'not-configured':
      return markIocs(`Not set up. ${outcome.message}`);
    case 'running':
      return [{ text: 'Had not answered yet.' }];
  }
}

/** That the answer is one from before, since asking anew failed. */
const inVain = (outcome: Outcome | Pending): Line =>
  'vain' in outcome && outcome.vain !== undefined
    ? markIocs(` Asked again ${time(outcome.vain.at)}, in vain: ${outcome.vain.failure.message}`)
    : [];

const origin = (outcome: Outcome): string =>
  'origin' in outcome && outcome.origin !== 'asked' ? `, ${outcome.origin}` : '';

function details({ provider, outcome }: Step, nameOf: NameOf): Block[] {
  if (outcome.state !== 'answered') return [];
  const { facts = [], tags = [] } = outcome.answer;
  const rows = [...facts, ...(tags.length > 0 ? [{ label: 'Tags', value: tags.join(', ') }] : [])];
  if (rows.length === 0) return [];
  return [
    heading(nameOf(provider), 3),
    bullets(rows.map(({ label, value }) => after({ text: `${label}: ` }, value))),
  ];
}

function foot({ enrichment }: Report, run: Run): string {
  const when = run.closedAt === undefined ? 'not closed yet' : `closed ${time(run.closedAt)} UTC`;
  return `Written by Sightline: run ${enrichment.runs} of this indicator, ${when}. Times are UTC.`;
}

const after = (head: Inline, text: string): Line => [head, ...markIocs(text)];
const time = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const heading = (text: string, level = 2): Block => ({ block: 'heading', level, line: [{ text }] });
const paragraph = (...line: readonly Inline[]): Block => ({ block: 'paragraph', line });
const bullets = (items: readonly Line[]): Block => ({ block: 'bullets', items });
