import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIocList } from '../../lib/core/ioc-list';
import { defang } from '../../lib/ioc';

const now = Date.UTC(2026, 10, 24);

/** The whole list at once: its entries, and the lines that were not understood. */
function parseIocList(text: string, at: number) {
  const parts = [...readIocList(text, at)];
  const refused = parts.flatMap(({ source, entries }) => (entries === null ? [source] : []));
  return { entries: parts.flatMap(({ entries }) => entries ?? []), refused };
}

/** Entries in short: `kind value level note`. */
const short = (text: string) =>
  parseIocList(text, now).entries.map(({ ioc, level, note }) =>
    [ioc.kind, ioc.value, level ?? '', note].join(' ').trim(),
  );

describe('plain text', () => {
  test('one indicator a line, with comments, notes and defanged forms', () => {
    const text =
      '# my list\r\n203.0.113.7\r\n\r\nhxxps://bad[.]example[.]com/a # phishing kit\n// end\nevil[.]com; seen 2 May';
    expect(short(text)).toEqual([
      'ipv4 203.0.113.7',
      'url https://bad.example.com/a  phishing kit',
      'domain evil.com  seen 2 May',
    ]);
  });

  test('a hosts file lists names, not the address they are sunk to', () => {
    expect(short('0.0.0.0 bad.com\n127.0.0.1\tworse.com')).toEqual(['domain bad.com', 'domain worse.com']);
  });

  test('lines without an indicator are counted', () => {
    const reading = parseIocList(`203.0.113.7\n${'nothing here\n'.repeat(9)}`, now);
    expect([reading.entries.length, reading.refused.length, reading.refused[0]]).toEqual([
      1,
      9,
      'nothing here',
    ]);
  });

  test('a name behind a star or a dot stands for the names below it', () => {
    const { entries } = parseIocList('*.evil.com # all of it\n.worse.com\nbad.com\n.203.0.113.7', now);
    expect(entries.map(({ ioc, below }) => [ioc.value, below === true])).toEqual([
      ['evil.com', true],
      ['worse.com', true],
      ['bad.com', false],
      ['203.0.113.7', false],
    ]);
  });

  test.each(['', '\n\n', '# only a comment'])('%j holds nothing, and nothing is wrong with it', (text) => {
    expect(parseIocList(text, now)).toEqual({ entries: [], refused: [] });
  });
});

describe('CSV', () => {
  test('columns are found by their names, in any order, quoted or not', () => {
    const text = [
      '# exported 2026',
      'Level,Description,Indicator',
      'malicious,"C2, ""AsyncRAT""",203[.]0[.]113[.]7',
      'allow,"two',
      'lines",good.com',
      ',,not an indicator',
    ].join('\r\n');
    expect(short(text)).toEqual([
      'ipv4 203.0.113.7 malicious C2, "AsyncRAT"',
      'domain good.com benign two lines',
    ]);
    expect(parseIocList(text, now)).toMatchObject({ refused: [', , not an indicator'] });
  });

  test.each([';', '\t'])('columns may be separated by %j', (sign) => {
    expect(short(`value${sign}note\n203.0.113.7${sign}x`)).toEqual(['ipv4 203.0.113.7  x']);
  });

  test('a quote that never closes costs its own rows, not the program', () => {
    expect(short('value,note\n203.0.113.7,"open\n203.0.113.8,x')).toEqual([
      'ipv4 203.0.113.7  open 203.0.113.8,x',
    ]);
    expect(() => parseIocList('value,note\n"a"b,c\n203.0.113.7,x', now)).not.toThrow();
  });
});

describe('STIX', () => {
  const bundle = (...objects: readonly object[]) =>
    JSON.stringify({ type: 'bundle', id: 'bundle--1', objects });
  const indicator = (pattern: string, more: object = {}) => ({
    type: 'indicator',
    pattern,
    pattern_type: 'stix',
    name: 'n',
    ...more,
  });

  test('alternatives are entries, each with the level of the indicator', () => {
    const text = bundle(
      { type: 'identity', name: 'Somebody' },
      indicator("[ipv4-addr:value = '203.0.113.7' OR domain-name:value = 'bad.com']", {
        indicator_types: ['malicious-activity'],
      }),
      indicator(
        "[file:hashes.'SHA-256' = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f'] OR [file:hashes.MD5 = '44d88612fea8a8f36de82e1278abb02f']",
      ),
      indicator('[autonomous-system:number = 64500]', { indicator_types: ['benign'] }),
    );
    expect(short(text)).toEqual([
      'ipv4 203.0.113.7 malicious n',
      'domain bad.com malicious n',
      'sha256 275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f  n',
      'md5 44d88612fea8a8f36de82e1278abb02f  n',
      'asn AS64500 benign n',
    ]);
  });

  test.each([
    "[ipv4-addr:value = '203.0.113.7' AND network-traffic:dst_port = 443]",
    "[ipv4-addr:value = '203.0.113.7'] FOLLOWEDBY [domain-name:value = 'bad.com']",
    "[ipv4-addr:value != '203.0.113.7']",
    "[file:name = 'bad.com']",
    "[url:value LIKE 'http://bad.com/%']",
  ])('%s means more than one value, so it is not understood', (pattern) => {
    expect(parseIocList(bundle(indicator(pattern)), now)).toMatchObject({
      entries: [],
      refused: [expect.any(String)],
    });
  });

  test('patterns in other languages are counted', () => {
    const text = bundle(indicator('alert tcp 203.0.113.7 any', { pattern_type: 'snort' }));
    expect(parseIocList(text, now)).toMatchObject({ entries: [], refused: [expect.any(String)] });
  });

  test('revoked and expired indicators are left out without complaint', () => {
    const pattern = "[ipv4-addr:value = '203.0.113.7']";
    const text = bundle(
      indicator(pattern, { revoked: true }),
      indicator(pattern, { valid_until: '2026-11-23T00:00:00Z' }),
    );
    expect(parseIocList(text, now)).toEqual({ entries: [], refused: [] });
  });
});

const address = fc
  .tuple(...[1, 2, 3, 4].map(() => fc.integer({ min: 1, max: 254 })))
  .map((parts) => parts.join('.'))
  // Object identifiers of X.500 attributes and certificate extensions, which text has more often than these addresses.
  .filter((address) => !/^2\.5\.(?:4|29)\./.test(address));

test('whatever the format, the same indicators are read from it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(address, { maxLength: 8 }), fc.boolean(), (addresses, hidden) => {
      const written = addresses.map((address) => (hidden ? defang(address) : address));
      const objects = addresses.map((value) => ({
        type: 'indicator',
        pattern: `[ipv4-addr:value = '${value}']`,
      }));
      const read = (text: string) => parseIocList(text, now).entries.map(({ ioc }) => ioc.value);
      expect(read(written.join('\n'))).toEqual(addresses);
      expect(read(`note,value\n${written.map((value) => `"a,b",${value}\n`).join('')}`)).toEqual(addresses);
      expect(read(JSON.stringify({ type: 'bundle', objects }))).toEqual(addresses);
    }),
  );
});

test('any text at all is read without an error, and nothing is counted twice', () => {
  const text = fc.string({ unit: fc.constantFrom(...'a1.,;"\n\r\t#{}[]: =\'', 'value', 'bad.com') });
  fc.assert(
    fc.property(text, (text) => {
      const { refused } = parseIocList(text, now);
      expect(refused.length).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
    }),
    { numRuns: 2000 },
  );
});
