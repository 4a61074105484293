import type { SubmitCase } from './submit-case';

const uuid = '0196d976-07f6-7aae-8a57-aa019145f31c';
const link = `https://urlscan.io/result/${uuid}/`;
const url = { kind: 'url', value: 'https://badhost.test/login?a="b\\c"&d=(1)' } as const;
const unicode = { kind: 'url', value: 'https://bücher.test/ä?q=ü' } as const;
const ipv6 = { kind: 'url', value: 'http://[2001:db8::77]:8080/x' } as const;

const overall = (more: object) => ({ malicious: false, score: 0, categories: [], tags: [], ...more });
const scanned = (more: object, id = uuid) => ({
  task: { uuid: id, url: url.value, time: '2026-11-24T01:59:00.000Z', visibility: 'public' },
  page: { url: url.value, domain: 'badhost.test', ip: '203.0.113.4', status: 200 },
  verdicts: { overall: overall(more) },
});

const submitsAs = (visibility: 'public' | 'unlisted' | 'private'): SubmitCase => ({
  submit: visibility,
  asks: [
    { ioc: url, path: '/api/v1/scan/', body: { url: url.value, visibility } },
    {
      ioc: unicode,
      path: '/api/v1/scan/',
      body: { url: 'https://xn--bcher-kva.test/%C3%A4?q=%C3%BC', visibility },
    },
    { ioc: ipv6, path: '/api/v1/scan/', body: { url: ipv6.value, visibility } },
  ],
  started: [
    {
      name: 'it was taken, as asked',
      body: { message: 'Submission successful', uuid, visibility, result: 'https://evil.test/' },
      reads: { id: uuid, link },
    },
    {
      name: 'it was taken, but is shown to others than asked',
      body: { uuid, visibility: visibility === 'unlisted' ? 'private' : 'unlisted' },
      reads: {
        id: uuid,
        link,
        note:
          visibility === 'unlisted'
            ? 'urlscan.io made it visible to you alone.'
            : 'urlscan.io made it visible to researchers.',
      },
    },
    {
      name: 'an id that would lead elsewhere is no id',
      body: { uuid: '../../user/quotas', visibility },
      reads: { code: 'bad-answer', message: /not documented/ },
    },
    {
      name: 'it was not scanned, for a reason',
      status: 400,
      body: { message: 'Scan prevented ...', description: 'The owner does not want it...', status: 400 },
      reads: { code: 'rejected', message: /The owner does not want it\. Nothing was submitted\.$/ },
    },
    {
      name: 'a reason that repeats the key is not shown',
      status: 400,
      body: { message: 'Bad header API-Key: SECRET-URLSCAN-KEY', status: 400 },
      reads: { code: 'rejected', message: /Check the settings/ },
    },
    {
      name: 'nothing like it is at this address',
      status: 404,
      body: { message: 'Not found' },
      reads: { code: 'missing', message: /Check the address/ },
    },
  ],
  job: { id: uuid, link },
  pollPath: `/api/v1/result/${uuid}/`,
  results: [
    {
      name: 'a scan that has not ended',
      status: 404,
      body: { message: 'Scan is not finished yet', status: 404 },
      reads: 'pending',
    },
    {
      name: 'a page that was judged malicious',
      body: scanned({ malicious: true, score: 100, categories: ['phishing'] }),
      reads: { level: 'malicious', summary: 'Your scan: judged malicious, phishing' },
    },
    {
      name: 'a high score without a judgement',
      body: scanned({ score: 60 }),
      reads: { level: 'suspicious', summary: 'Your scan: not judged malicious, score 60' },
    },
    {
      name: 'a page that nobody judged is not thereby harmless',
      body: scanned({}),
      reads: { level: null, summary: 'Your scan: not judged malicious, score 0' },
    },
    {
      name: 'the scan of something else',
      body: scanned({ malicious: true }, '00000000-0000-0000-0000-000000000000'),
      reads: 'bad-answer',
    },
    { name: 'a scan that was deleted', status: 410, body: { status: 410 }, reads: 'missing' },
  ],
});

export const urlscanSubmits: readonly SubmitCase[] = (['private', 'unlisted', 'public'] as const).map(
  submitsAs,
);
