import { expect, test } from 'vitest';
import { hashOfView, viewOfHash } from '../../lib/ui/panel/view-hash';
import { iocOfKey } from '../../lib/ui/ioc-of-key';

test('an address names a view and back again, whatever the key holds', () => {
  const key = 'url|http://a.example/?q=1&x=#frag|pipe';
  for (const view of [{ show: 'report', key } as const, { show: 'draft', key } as const]) {
    expect(viewOfHash(hashOfView(view))).toEqual(view);
  }
  expect(viewOfHash('#batch=b1')).toEqual({ show: 'batch', id: 'b1' });
});

test('an address that names nothing, or is broken, names no view', () => {
  for (const hash of ['', '#', '#report=', '#other=x', '#report=%E0%A4%A'])
    expect(viewOfHash(hash)).toBe(null);
});

test('a key is read back into its indicator, and nonsense is none', () => {
  expect(iocOfKey('url|http://a.example/|x')).toEqual({ kind: 'url', value: 'http://a.example/|x' });
  for (const key of ['', 'ipv4|', 'nonsense|x', 'ipv4']) expect(iocOfKey(key)).toBe(null);
});
