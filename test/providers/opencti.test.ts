import { expect, test } from 'vitest';
import { ok } from '../../lib/core/failure';
import type { HttpAnswer } from '../../lib/core/http';
import { errorIn } from '../../lib/providers/opencti/errors';
import opencti from '../../lib/providers/opencti';

const answer = (status: number, value: unknown): HttpAnswer => ({
  status,
  headers: { get: () => null },
  text: '',
  bytes: new Uint8Array(),
  json: () => ok(value),
});

test('a wrong token is told by code or by words, with status 200 or 400', () => {
  const told = [
    answer(200, { errors: [{ message: 'x', extensions: { code: 'AUTH_REQUIRED' } }], data: null }),
    answer(400, { errors: [{ message: 'x', extensions: { code: 'FORBIDDEN_ACCESS' } }] }),
    answer(200, { errors: [{ message: 'You are not authenticated' }] }),
  ];
  expect(told.map((one) => errorIn(one, 'OpenCTI')?.code)).toEqual(['refused', 'refused', 'refused']);
});

test('a question that the version does not know is told as such, without the text that quotes it', () => {
  const failure = errorIn(
    answer(400, { errors: [{ message: 'Unknown type "FilterGroup" near badhost.test' }, null, 7] }),
    'OpenCTI',
  );
  expect(failure?.code).toBe('rejected');
  expect(failure?.message).toContain('version 6');
  expect(failure?.message).not.toContain('badhost');
});

test('what is no list of errors is none', () => {
  for (const value of [null, 7, [], {}, { errors: 'x' }, { errors: [] }]) {
    expect(errorIn(answer(200, value), 'OpenCTI')).toBeNull();
  }
});

test('hashes of one algorithm share a request, CVEs another, and all else a third', () => {
  const group = (kind: 'ipv4' | 'email' | 'md5' | 'sha512' | 'cve') =>
    opencti.batch?.group?.({ kind, value: 'x' });
  expect([group('ipv4'), group('email'), group('md5'), group('sha512'), group('cve')]).toEqual([
    'value',
    'value',
    'hashes.MD5',
    'hashes.SHA-512',
    'name',
  ]);
});
