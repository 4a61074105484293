import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { defang, find, kinds, refang, rescan, type Indicator } from '../../lib/ioc';

// One seed gives one result everywhere; another can be asked for to search further.
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 7) });

vi.setConfig({ testTimeout: 60_000 });

const hex = (length: number) =>
  fc
    .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length })
    .filter((h) => new Set(h).size > 1);
const label = fc.stringMatching(/^[a-z][a-z0-9]{2,12}$/);
const octet = fc.integer({ min: 0, max: 255 });
const ipv4 = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join('.'));
const domain = fc
  .tuple(label, label, fc.constantFrom('com', 'net', 'org', 'de', 'ru', 'xyz', 'onion', 'co.uk'))
  .map((labels) => labels.join('.'));
const value = fc.oneof(
  ipv4,
  domain,
  fc.tuple(label, domain).map(([user, host]) => `${user}@${host}`),
  fc
    .tuple(fc.constantFrom('http', 'https', 'ftp'), domain, label)
    .map(([s, h, p]) => `${s}://${h}/${p}.php?x=1`),
  ipv4.map((address) => `http://${address}:8080/a`),
  hex(32),
  hex(40),
  hex(64),
  fc.integer({ min: 1, max: 0xffff }).map((group) => `2001:db8::${group.toString(16)}`),
  fc.tuple(ipv4, fc.integer({ min: 0, max: 32 })).map(([address, length]) => `${address}/${length}`),
  fc.integer({ min: 1000, max: 9_999_999 }).map((number) => `CVE-2024-${number}`),
  fc.integer({ min: 1000, max: 4_294_967_295 }).map((number) => `AS${number}`),
);

/** Text that comes near indicators: their pieces in any order. */
const signs =
  '. .. [.] (dot) [at] @ : :: [:] :// hxxp http / \\ \\n - _ %2F &amp; ( ) [ ] { } com 例 é 。 😀 CVE- AS f 1 % \' " < >'.split(
    ' ',
  );
const piece = fc.oneof(
  value,
  value.map(defang),
  fc.constantFrom(' ', '\n', ' dot ', ' at ', '\ud800', ...signs),
  fc.string({ maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

test('any text is read without an error, in order and without overlaps, and no value has two lines', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
      let last = 0;
      for (const { kind, value, start, end } of find(text)) {
        expect(kinds).toContain(kind);
        expect(value).not.toBe('');
        expect(value).not.toContain('\n');
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
    }),
    { numRuns: 2000 },
  );
});

test('every canonical value is found as it is, and its offsets are exact', () => {
  fc.assert(
    fc.property(value, (value) => {
      expect(find(value)).toMatchObject([{ value, start: 0, end: value.length }]);
      expect(find(`x ${value} y`)).toMatchObject([{ value, start: 2, end: 2 + value.length }]);
    }),
    { numRuns: 1000 },
  );
});

test('a value that is defanged is found with its canonical value', () => {
  fc.assert(
    fc.property(value, (value) => {
      const written = defang(value);
      expect(refang(written)).toBe(value);
      expect(find(`(${written})`)).toMatchObject([{ value, start: 1, end: 1 + written.length }]);
    }),
    { numRuns: 1000 },
  );
});

test('whatever is found, is defanged and refanged to the same value', () => {
  fc.assert(
    fc.property(text, (text) => {
      for (const { value } of find(text)) expect(refang(defang(value)), value).toBe(value);
    }),
    { numRuns: 2000 },
  );
});

test('the text of an indicator refangs to its value', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(value, value.map(defang)), { maxLength: 8 }),
      fc.constantFrom(' ', '\n', ', ', ' | '),
      (all, joint) => {
        const text = all.join(joint);
        const found = find(text);
        expect(found).toHaveLength(all.length);
        for (const { value, start, end } of found) expect(refang(text.slice(start, end))).toBe(value);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a text of lines holds what its lines hold', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (lines) => {
      let offset = 0;
      const expected: Indicator[] = [];
      for (const line of lines.join('\n').split('\n')) {
        for (const one of find(line))
          expected.push({ ...one, start: one.start + offset, end: one.end + offset });
        offset += line.length + 1;
      }
      expect(find(lines.join('\n'))).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

test('reading a changed range again gives what reading everything again gives', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), text, fc.nat(), fc.nat(), (lines, inserted, at, size) => {
      const old = lines.join('\n');
      const start = at % (old.length + 1);
      const removed = size % (old.length - start + 1);
      const text = old.slice(0, start) + inserted + old.slice(start + removed);
      expect(rescan(text, find(old), { start, removed, added: inserted.length })).toEqual(find(text));
    }),
    { numRuns: 1000 },
  );
});
