import { expect, test } from 'vitest';
import type { Report, Step } from '../../lib/core/enrichment';
import type { Level } from '../../lib/core/verdict';
import { glance } from '../../lib/ui/card-state';
import { answerWords, grantsIn, safeLink, vainWords } from '../../lib/ui/source-row';

const answered = (provider: string, level: Level | null): Step => ({
  provider,
  attempts: 1,
  outcome: { state: 'answered', answer: { level, summary: 'An answer' }, at: 1, origin: 'asked' },
});
const failed: Step = {
  provider: 'virustotal',
  attempts: 1,
  outcome: { state: 'failed', failure: { code: 'refused', message: 'Key refused (401).' }, at: 1 },
};
const running: Step = { provider: 'internetdb', attempts: 1, outcome: { state: 'running', since: 1 } };

function report(
  steps: readonly Step[],
  level: Level | null,
  more: Partial<Report['enrichment']> = {},
): Report {
  const ioc = { kind: 'ipv4', value: '203.0.113.77' } as const;
  const open = steps.some(({ outcome }) => outcome.state === 'running');
  const verdict = { level, summary: 'Why.', reasons: [], dissent: '' };
  return {
    enrichment: {
      key: 'ipv4|203.0.113.77',
      ioc,
      state: open ? 'open' : 'closed',
      openedAt: 1,
      runAt: 1,
      runs: 1,
      level,
      ...more,
    },
    runs: [
      {
        id: 1,
        enrichment: 'ipv4|203.0.113.77',
        trigger: 'card',
        startedAt: 1,
        steps,
        ...(open ? {} : { closedAt: 2, verdict }),
      },
    ],
  };
}

test('a card before the first Enrichment says the level that its line already shows', () => {
  const seen = glance(null, false, 'malicious');
  expect([seen.level, seen.standing, seen.primary]).toEqual(['malicious', 'malicious', 'enrich']);
  expect(seen.why).not.toContain('nothing about it');
  expect(glance(null, true, 'malicious').standing).toBe('running');
});

test('the primary action is the one the verdict asks for', () => {
  expect(glance(null, false).primary).toBe('enrich');
  expect(glance(report([answered('a', 'malicious')], 'malicious'), false).primary).toBe('file');
  expect(glance(report([failed], null), false).primary).toBe('again');
  expect(glance(report([answered('a', 'benign')], 'benign'), false).primary).toBe(null);
  expect(glance(report([answered('a', 'unknown'), running], null), false).primary).toBe(null);
});

test('a filed Investigation asks for its ticket, whatever the verdict became', () => {
  const filing = {
    state: 'filed',
    externalId: 'sightline-0123456789abcdef',
    tracker: 'jira',
    ref: { key: 'SEC-1', id: '1', url: 'https://jira.example/browse/SEC-1' },
    filedAt: 1,
    idKept: true,
    adopted: false,
  } as const;
  expect(glance(report([answered('a', 'benign')], 'benign', { filing }), false).primary).toBe('ticket');
});

test('where every source failed, the mark is the failure and no level', () => {
  const seen = glance(report([failed], null), false);
  expect(seen.standing).toBe('failed');
  expect(seen.level).toBe(null);
  expect(seen.progress).toBe('0 of 1 answered');
});

test('a list that holds nothing is no answer: where all others failed, the mark is the failure', () => {
  const list: Step = {
    provider: 'local-lists',
    attempts: 1,
    outcome: { state: 'no-record', message: 'In none of your lists.', at: 1, origin: 'list' },
  };
  const seen = glance(report([list, failed], null), false);
  expect([seen.standing, seen.mark, seen.primary]).toEqual(['failed', 'failed', 'again']);
});

test('without a level, the mark tells what became of the questions, and the words that this is not safe', () => {
  const silent = (provider: string, state: 'withheld' | 'no-record'): Step => ({
    provider,
    attempts: 1,
    outcome:
      state === 'withheld'
        ? { state, message: 'A private address.', at: 1 }
        : { state, message: 'Not listed.', at: 1, origin: 'asked' },
  });
  const steps = [silent('a', 'no-record'), silent('b', 'withheld'), silent('c', 'withheld')];
  const seen = glance(report(steps, null), false);
  expect([seen.standing, seen.mark]).toEqual(['none', 'withheld']);
  expect(seen.why).toContain('Do not read this as safe.');
  expect(glance(report([...steps, failed], null), false).mark).toBe('failed');
});

test('under the name stand two facts: the telling ones first, none that only repeats it', () => {
  const facts = [
    { label: 'Address', value: '203.0.113.77' },
    { label: 'Status', value: '200' },
    { label: 'Country', value: 'NL' },
    { label: 'Network', value: 'EXAMPLE-HOSTING' },
  ];
  const step: Step = {
    provider: 'rdap',
    attempts: 1,
    outcome: { state: 'answered', answer: { level: null, summary: 'Known', facts }, at: 1, origin: 'asked' },
  };
  expect(glance(report([step], null), false).facts).toEqual(['Network EXAMPLE-HOSTING', 'Country NL']);
});

test('a first run that is under way has no level, even when one source already judged', () => {
  const seen = glance(report([answered('a', 'suspicious'), running], null), false);
  expect(seen.standing).toBe('running');
  expect(seen.why).toBe('No verdict yet; 1 source is still being asked.');
});

test('a re-run keeps the level it had until the new one is known', () => {
  const verdict = { level: 'malicious', summary: 'Named as C2.', reasons: [], dissent: '' } as const;
  const seen = glance(report([running], 'malicious', { verdict }), false);
  expect(seen.standing).toBe('malicious');
  expect(seen.why).toBe('Named as C2. 1 source is still being asked.');
});

test('a failure that ends on its own says when', () => {
  const step: Step = {
    provider: 'otx',
    attempts: 1,
    outcome: {
      state: 'failed',
      at: 1,
      failure: { code: 'timeout', message: 'Timed out.', retryAt: 121_000 },
    },
  };
  expect(answerWords(step, 1_000)).toBe('Timed out; next try in 2 min');
  expect(answerWords(step, 500_000)).toBe('Timed out.');
});

test('only web addresses become links', () => {
  expect(safeLink('https://www.virustotal.com/gui')).toBe('https://www.virustotal.com/gui');
  expect(safeLink('javascript:alert(1)')).toBe(null);
  expect(safeLink('data:text/html,x')).toBe(null);
  expect(safeLink(undefined)).toBe(null);
});

test('an answer that stays because asking anew failed says when, why, and how old it is', () => {
  const at = Date.UTC(2026, 10, 24, 8);
  const failure = {
    code: 'server',
    message: 'VirusTotal has a problem of its own (500). Try again later.',
  } as const;
  const step: Step = {
    provider: 'virustotal',
    attempts: 2,
    outcome: {
      state: 'answered',
      answer: { level: 'malicious', summary: '17 of 94 engines' },
      at,
      origin: 'cached',
      vain: { failure, at: at + 7_200_000 },
    },
  };
  const words = vainWords(step, at + 7_200_000) ?? '';
  expect(words).toMatch(/^Asked again .*24 Nov.*, in vain: VirusTotal has a problem of its own/);
  expect(words).toContain('This answer is from ');
  expect(answerWords(step, at)).toBe('17 of 94 engines');
  expect(vainWords(failed, at)).toBeNull();
});

test('a row that is headed by the source does not say its name again', () => {
  const refused = { code: 'refused', message: 'AbuseIPDB refused the key (401). Check the key.' } as const;
  const step: Step = { provider: 'x', attempts: 1, outcome: { state: 'failed', failure: refused, at: 1 } };
  expect(answerWords(step, 1, 'AbuseIPDB')).toBe('Refused the key (401). Check the key.');
  expect(answerWords(step, 1, 'Abuse')).toBe(refused.message);
  const spent = { code: 'quota', message: 'GreyNoise: the quota is spent (429).' } as const;
  const other: Step = { provider: 'x', attempts: 1, outcome: { state: 'quota', failure: spent, at: 1 } };
  expect(answerWords(other, 1, 'GreyNoise')).toBe('The quota is spent (429).');
});

test('an answer that asking again left as it was is not called old where it is not', () => {
  const { outcome } = answered('x', 'benign');
  const vain = { failure: { code: 'quota', message: 'The quota is spent.' }, at: 1 } as const;
  const step = { provider: 'x', attempts: 1, outcome: { ...outcome, vain } } as Step;
  expect(vainWords(step, 2)).not.toContain('old');
  expect(vainWords(step, 7_200_002)).toContain('2 h old.');
});

test('hosts that the browser does not allow are named once each', () => {
  const denied = (provider: string, grant?: string): Step => ({
    provider,
    attempts: 0,
    outcome: {
      state: 'failed',
      failure: { code: 'denied', message: 'No.', ...(grant === undefined ? {} : { grant }) },
      at: 1,
    },
  });
  const steps = [denied('a', 'https://a.test/*'), denied('b', 'https://a.test/*'), denied('c'), running];
  expect(grantsIn(steps)).toEqual(['https://a.test/*']);
});
