import { describe, expect, it, test } from 'vitest';
import { examples, parseCustomSource } from '../../lib/custom';

const least = {
  id: 'asset-register',
  name: 'Asset register',
  kinds: ['ipv4'],
  request: { path: '/assets?ip={value}' },
  answer: { valid: 'name != null', summary: 'name' },
  discloses: 'private',
  sample: { kind: 'ipv4', value: '10.0.0.1' },
};
const parsed = (change: object) => parseCustomSource(JSON.stringify({ ...least, ...change }));
const wrong = (change: object): string => {
  const result = parsed(change);
  return result.ok ? 'taken' : result.failure.message;
};

test.each(examples)('the example “$name” is a valid description', ({ text }) => {
  expect(parseCustomSource(text)).toMatchObject({ ok: true });
});

describe('what is wrong is named with its place', () => {
  it.each([
    ['nothing about the IOC', { request: { path: '/assets' } }, 'request.path: Nothing asks about the IOC'],
    ['a misspelt field', { anwser: {} }, 'anwser'],
    [
      'an expression that cannot be read',
      { answer: { ...least.answer, summary: 'a[' } },
      'answer.summary: Not a JMESPath',
    ],
    [
      'a fact',
      { answer: { ...least.answer, facts: { Owner: 'b ||' } } },
      'answer.facts.Owner: Not a JMESPath',
    ],
    ['an answer that cannot be told from another', { answer: { summary: 'a' } }, 'answer.valid'],
    ['a kind that is none', { kinds: ['ip'] }, 'kinds.0'],
    ['an address with a user', { baseUrl: 'https://u:p@host.example' }, 'baseUrl: An address such as'],
    [
      'a path that leads to another host',
      { request: { path: '//evil.example/{value}' } },
      'request.path: A path',
    ],
    [
      'a body that GET cannot carry',
      { request: { path: '/', json: '{value}' } },
      'request.method: A body needs POST',
    ],
    ['an id that is none', { id: 'Asset Register' }, 'id: Small letters'],
  ])('%s', (_, change, words) => {
    expect(wrong(change)).toContain(words);
  });
  it('text that is no JSON', () => {
    expect(parseCustomSource('{"id": ')).toMatchObject({ ok: false, failure: { code: 'rejected' } });
  });
});

describe('a description that holds a key is refused', () => {
  const request = { path: '/x/{value}' };
  it.each([
    ['in a header’s name', { ...request, headers: { Authorization: 'x' } }],
    ['in another header’s name', { ...request, headers: { 'X-Api-Key': 'x' } }],
    ['in a cookie', { ...request, headers: { Cookie: 'a=b' } }],
    ['in a header’s value', { ...request, headers: { 'X-Client': 'Bearer 0123456789abcdef' } }],
    ['in the query', { path: '/x?value={value}&api_key=1' }],
    ['in the path', { path: '/x/9f86d081884c7d659a2feaa0c55ad015/{value}' }],
    ['in a form', { method: 'POST', path: '/x', form: { q: '{value}', token: 'x' } }],
    ['deep in a body', { method: 'POST', path: '/x', json: { q: ['{value}', { auth: { password: 'x' } }] } }],
    [
      'as a token in a body',
      { method: 'POST', path: '/x', json: { q: '{value}', c: 'ghp_0123456789abcdefghijABCDEFGHIJ012345' } },
    ],
  ])('%s', (_, request) => {
    expect(wrong({ request })).toContain('This looks like a key.');
  });
  it.each([
    { ...request, headers: { 'X-Client': 'sightline', 'Accept-Language': 'en' } },
    { path: '/api/v1/threat-intelligence/indicators/by-value?value={value}&include=all' },
    { method: 'POST', path: '/search', json: { query: 'indicator = "{value}"', size: 10 } },
  ])('and none is seen where there is none', (request) => {
    expect(parsed({ request }).ok).toBe(true);
  });
  it.each([
    { type: 'bearer' },
    { type: 'query', name: 'apikey' },
    { type: 'header', name: 'Authorization', prefix: 'Token ' },
  ])('how a key travels can be told: $type', (auth) => {
    expect(parsed({ auth }).ok).toBe(true);
  });
  it('a key beside it has no place to stand', () => {
    expect(wrong({ auth: { type: 'bearer', key: 'x' } })).toContain('auth');
  });
});
