import { defaultVerdictPolicy } from '../../lib/core/verdict-policy';
import { expect, test } from 'vitest';
import { kinds } from '../../lib/ioc';
import type { PluginState } from '../../lib/messages';
import { stepsDone } from '../../lib/ui/options/steps-done';
import {
  hostsOf,
  keyWords,
  kindsWords,
  readyWithoutKey,
  spentWords,
  testWords,
  weightWords,
} from '../../lib/ui/options/plugin-words';
import { listsTrouble, listWords } from '../../lib/ui/options/list-words';
import { originTyped } from '../../lib/ui/options/origin-typed';

const plugin = (more: Partial<PluginState>): PluginState => ({
  id: 'x',
  name: 'X',
  homepage: 'https://x.example',
  shape: 'source',
  on: false,
  granted: false,
  origins: ['https://x.example/*'],
  kinds: ['ipv4'],
  discloses: { class: 'passive', words: 'Sees the IOC.' },
  form: { type: 'object', properties: {} },
  settings: {},
  secretsSet: [],
  missing: null,
  budget: null,
  managed: false,
  files: [],
  ...more,
});
const keyed = { type: 'object', properties: { key: { type: 'string', secret: true } } };

test('kinds are told by family', () => {
  expect(kindsWords(['md5', 'ipv6', 'ipv4', 'domain', 'url', 'sha256'])).toBe('IP, domain, URL, hash');
  expect(kindsWords(kinds)).toBe('All kinds');
});

test('a budget tells what is spent, in its window', () => {
  const budget = { provider: 'x', name: 'X', left: 312, of: 500 };
  expect(spentWords({ ...budget, per: 'day' })).toBe('188 of 500 today');
  expect(spentWords({ ...budget, per: 60_000 })).toBe('188 of 500 this minute');
  expect(spentWords({ ...budget, per: 10_000 })).toBe('188 of 500 in 10 s');
});

test('a list that is kept tells its size, its age, when it is asked for next, and what is wrong', () => {
  const now = Date.UTC(2026, 10, 24);
  const file = {
    provider: 'x',
    name: 'drop',
    url: 'https://x.example/drop',
    entries: 1640,
    skipped: 0,
    old: false,
  };
  const kept = { ...file, fetchedAt: now - 3 * 3_600_000, nextAt: now + 21 * 3_600_000 };
  expect(listWords(kept, now)).toBe('1,640 entries, checked 3 h ago; next in 21 h');
  expect(listWords({ ...kept, entries: 1, skipped: 1, fetchedAt: now, nextAt: null }, now)).toBe(
    '1 entry (1 line not understood), checked just now',
  );
  expect(listWords({ ...file, entries: 0, fetchedAt: null, nextAt: now }, now)).toBe(
    'Not downloaded yet; next now',
  );
  expect(listsTrouble([])).toBeNull();
  expect(listsTrouble([kept])).toBeNull();
  expect(listsTrouble([kept, { ...kept, old: true }])).toBe('List too old');
  expect(listsTrouble([{ ...kept, fetchedAt: null }])).toBe('List on its way');
  expect(listsTrouble([{ ...kept, fetchedAt: null, why: 'It failed.' }])).toBe('List not downloaded');
});

test('a test says what it does, and what is missing for it', () => {
  const state = { name: 'drop', url: 'https://x.example/drop', skipped: 0, old: false, nextAt: null };
  const file = { ...state, provider: 'x', entries: 0, fetchedAt: null };
  expect(testWords(plugin({}))).toBe('Asks X once for something with a known answer.');
  expect(testWords(plugin({ files: [file] }))).toContain('lists that are due');
  expect(testWords(plugin({ discloses: { class: 'local', words: '' } }))).toBe('Nothing is sent.');
  expect(testWords(plugin({ missing: 'Needs a key.', files: [file] }))).toBe('Needs a key.');
});

test('a key is set, missing, not needed, or the admin’s', () => {
  expect(keyWords(plugin({ form: keyed, missing: 'Needs a key.' }))).toBe('No key yet');
  expect(keyWords(plugin({ form: keyed }))).toBe('Works without');
  expect(keyWords(plugin({ form: keyed, secretsSet: ['key'] }))).toBe('Key set');
  expect(keyWords(plugin({}))).toBe('No key needed');
  expect(keyWords(plugin({ managed: true }))).toBe('Set by your admin');
});

test('the first step turns on what needs no key, and nothing that is on, local, fixed or keyed', () => {
  const offered = plugin({ id: 'offered' });
  const others = [
    plugin({ on: true }),
    plugin({ discloses: { class: 'local', words: '' } }),
    plugin({ managed: true }),
    plugin({ form: keyed }),
    plugin({ missing: 'Needs an address.' }),
    plugin({ onDemand: true }),
    plugin({ shape: 'tracker', discloses: null }),
  ];
  expect(readyWithoutKey([...others, offered]).map(({ id }) => id)).toEqual(['offered']);
});

test('a site that lost its grant is no step done', () => {
  const options = {
    plugins: [],
    sites: [
      {
        origin: 'https://siem.corp.example',
        on: true,
        mode: 'hover',
        granted: false,
        frames: [],
        formFields: false,
      },
    ],
    investigations: { tracker: null, automatic: false, perHour: 10 },
    opsec: { tlp: 'green', internalDomains: [], internalRanges: [], askReserved: false },
    verdict: defaultVerdictPolicy,
    autoPerDay: 200,
    paused: false,
    lists: [],
    enrichments: 0,
  } as const;
  expect(stepsDone(options)).toEqual([true, false, false]);
});

test('hosts are named once, without pattern', () => {
  expect(hostsOf(['https://a.example/*', 'https://a.example/*', '*://*.b.example/*'])).toEqual([
    'a.example',
    '*.b.example',
  ]);
});

test('a site is understood as people type it', () => {
  expect(originTyped('siem.corp.example')).toBe('https://siem.corp.example');
  expect(originTyped(' http://siem.corp.example:8080/app?x=1 ')).toBe('http://siem.corp.example:8080');
  for (const nonsense of ['', '  ', 'ftp://x.example', 'chrome://extensions', 'javascript:alert(1)', 'a b'])
    expect(originTyped(nonsense)).toBe(null);
});

test('a weight is told in the words of the rule', () => {
  expect([0, 0.3, 0.5, 0.9, 1].map(weightWords)).toEqual([
    'not at all, facts alone',
    'weak (0.3)',
    'fair (0.5)',
    'strong (0.9)',
    'convicts alone (1)',
  ]);
});
