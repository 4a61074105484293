import { expect, test } from 'vitest';
import { draftFromReport } from '../../lib/core/draft-from-report';
import type { Report, Run } from '../../lib/core/enrichment';
import { parseMarkdown } from '../../lib/core/markdown/parse';
import { toMarkdown } from '../../lib/core/markdown/write';
import { overridden } from '../../lib/core/override';
import { reportDocument } from '../../lib/core/report';
import { find } from '../../lib/ioc';

const at = Date.UTC(2026, 10, 24, 14, 12);
const names: Readonly<Record<string, string>> = {
  virustotal: 'VirusTotal',
  rdap: 'WHOIS',
  lists: 'Your lists',
};
const nameOf = (id: string) => names[id] ?? id;

const run: Run = {
  id: 2,
  enrichment: 'ipv4|203.0.113.77',
  trigger: 'card',
  startedAt: at - 4000,
  closedAt: at,
  changes: ['VirusTotal 3 → 17'],
  verdict: {
    level: 'malicious',
    summary: 'VirusTotal: 17 of 94 engines.',
    dissent: 'Your lists says benign.',
    reasons: [
      { provider: 'virustotal', level: 'malicious', text: '17 of 94 engines', weight: 0.8 },
      { provider: 'lists', level: 'benign', text: 'In Allowed', weight: 1 },
      { provider: 'other', level: 'suspicious', text: 'does not count', weight: 0 },
    ],
  },
  steps: [
    {
      provider: 'virustotal',
      attempts: 1,
      outcome: {
        state: 'answered',
        at,
        origin: 'asked',
        answer: {
          level: 'malicious',
          summary: '17 of 94 engines | 2 more',
          facts: [{ label: 'Leads to', value: 'http://evil.com/**x**' }],
          tags: ['c2', '`tick`'],
        },
      },
    },
    {
      provider: 'lists',
      attempts: 0,
      outcome: { state: 'no-record', message: 'In none of your lists.', at, origin: 'list' },
    },
    {
      provider: 'rdap',
      attempts: 1,
      outcome: { state: 'failed', failure: { code: 'timeout', message: 'rdap.test did not answer.' }, at },
    },
    { provider: 'late', attempts: 0, outcome: { state: 'running', since: at } },
  ],
};

const report: Report = {
  enrichment: {
    key: 'ipv4|203.0.113.77',
    ioc: { kind: 'ipv4', value: '203.0.113.77' },
    state: 'closed',
    openedAt: at - 9e6,
    runAt: at,
    runs: 2,
    level: 'malicious',
  },
  runs: [run],
};

test('the report says the verdict, why, who disagrees, and what each source answered or not', () => {
  expect(toMarkdown(reportDocument(report, nameOf))).toBe(`**Malicious.** IPv4 address \`203[.]0[.]113[.]77\`.

VirusTotal: 17 of 94 engines.

## Why

- **VirusTotal** (malicious): 17 of 94 engines
- **Your lists** (benign): In Allowed

Your lists says benign.

## What changed

- VirusTotal 3 → 17

## Sources

| Source | Answer | When |
| --- | --- | --- |
| VirusTotal | malicious: 17 of 94 engines \\| 2 more | 2026-11-24 14:12 |
| Your lists | No record. In none of your lists. | 2026-11-24 14:12, list |
| WHOIS | Failed. \`rdap[.]test\` did not answer. | 2026-11-24 14:12 |
| late | Had not answered yet. |  |

### VirusTotal

- Leads to: \`hxxp://evil[.]com/**x\`\\*\\*
- Tags: c2, \\\`tick\\\`

Written by Sightline: run 2 of this indicator, closed 2026-11-24 14:12 UTC. Times are UTC.
`);
});

test('no indicator stands in it as a link that could be clicked', () => {
  const text = toMarkdown(reportDocument(report, nameOf));
  const bare = find(text).filter(
    ({ start, end, value }) => text.slice(start, end) === value && /[.:]/.test(value),
  );
  expect(bare).toEqual([]);
  expect(parseMarkdown(text).map(({ block }) => block)).toEqual(
    reportDocument(report, nameOf).map(({ block }) => block),
  );
});

test('the draft takes title, priority and id from it', () => {
  expect(draftFromReport(report, 'sightline-1', { nameOf, tlp: 'amber' })).toMatchObject({
    externalId: 'sightline-1',
    title: 'Malicious IPv4 address 203[.]0[.]113[.]77: VirusTotal, 17 of 94 engines',
    priority: 'high',
    tlp: 'amber',
    iocs: [{ kind: 'ipv4', value: '203.0.113.77' }],
  });
});

test('the analyst’s own verdict stands in the draft as in the report', () => {
  const override = { level: 'suspicious', reason: 'Our scanner, once', at } as const;
  const verdict = run.verdict && overridden(run.verdict, override);
  const mine: Report = {
    ...report,
    enrichment: { ...report.enrichment, override, ...(verdict && { verdict }) },
  };
  const draft = draftFromReport(mine, 'sightline-5', { nameOf });
  expect(draft.body).toContain('**Suspicious.**');
  expect(draft.title).toContain('Suspicious IPv4 address');
  expect(draft.priority).toBe('normal');
});

test('an indicator that nobody could judge is not called anything', () => {
  const silent: Report = { enrichment: { ...report.enrichment, level: null }, runs: [] };
  const draft = draftFromReport(silent, 'sightline-2');
  expect(draft.title).toBe('IPv4 address 203[.]0[.]113[.]77');
  expect(draft.body).toContain('**No verdict.**');
});

test('a run that is still open does not hide the one that closed', () => {
  const { closedAt: _, verdict: __, ...open } = run;
  const again: Report = { ...report, runs: [{ ...open, id: 3, steps: [] }, run] };
  expect(draftFromReport(again, 'sightline-3').title).toContain('Malicious');
});

test('a URL of any length leaves a title that trackers take', () => {
  const ioc = { kind: 'url', value: `http://evil.com/${'x'.repeat(5000)}` } as const;
  const draft = draftFromReport({ ...report, enrichment: { ...report.enrichment, ioc } }, 'sightline-4');
  expect(draft.title.length).toBeLessThan(200);
});

test('where it was seen stands in the report and the draft, defanged like everything else', () => {
  const seen = {
    page: 'siem.corp.example/app/search',
    field: 'src_ip',
    time: { at: Date.UTC(2026, 10, 24, 14, 2, 11), zone: 'Europe/Berlin', assumed: true },
    source: { ip: '203.0.113.77', port: 51233 },
    destination: { ip: '2001:db8::7', port: 443 },
  };
  const { body } = draftFromReport({ ...report, enrichment: { ...report.enrichment, seen } }, 'sightline-x');
  expect(body).toContain('`src_ip`');
  expect(body).toContain('24 Nov 2026, 14:02:11 UTC if the page means Europe/Berlin');
  expect(body).toContain('203[.]0[.]113[.]77');
  expect(find(body.replaceAll('[.]', '(x)').replaceAll('[:]', '(x)'))).toEqual([]);
});
