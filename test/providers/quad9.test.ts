import { expect, test } from 'vitest';
import quad9 from '../../lib/providers/quad9';
import { encode, headerOf } from '../../lib/providers/quad9/message';

const context = { settings: quad9.settings.parse({}), now: 0, files: {} };
const ask = (value: string) => quad9.request({ kind: 'domain', value }, context);

test('the query is the one that RFC 8484 gives as its example', () => {
  expect(encode('www.example.com')).toBe('AAABAAABAAAAAAAAA3d3dwdleGFtcGxlA2NvbQAAAQAB');
});

test('a name that DNS cannot hold is not asked about', () => {
  for (const name of [`${'a'.repeat(64)}.test`, `${'a.'.repeat(130)}test`, 'a..test']) {
    expect(ask(name)).toMatchObject({ is: 'failure', failure: { code: 'rejected' } });
  }
  expect(ask(`${'a'.repeat(63)}.test`)).toHaveProperty('url');
});

test('no bytes whatever make an answer, and none throws', () => {
  for (let length = 0; length < 60; length += 1) {
    for (const byte of [0, 0x80, 0xc0, 0xff]) {
      expect(headerOf(new Uint8Array(length).fill(byte), 'badhost.test')).toBeNull();
    }
  }
});
