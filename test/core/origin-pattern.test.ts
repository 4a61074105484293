import { expect, it } from 'vitest';
import { covers } from '../../lib/core/origin-pattern';

it('a match pattern covers what the browser grants by it, and nothing that looks like it', () => {
  const blades = 'https://*.reactblade.portal.azure.net/*';
  expect(covers(blades, 'https://sandbox-1.reactblade.portal.azure.net')).toBe(true);
  expect(covers(blades, 'https://reactblade.portal.azure.net')).toBe(true);
  expect(covers('http://siem.corp.example/*', 'http://siem.corp.example:8443')).toBe(true);
  for (const origin of [
    'http://sandbox-1.reactblade.portal.azure.net',
    'https://evilreactblade.portal.azure.net',
    'https://sandbox-1.reactblade.portal.azure.net.evil-host.com',
    '',
    'null',
  ]) {
    expect(covers(blades, origin), origin).toBe(false);
  }
  expect(covers('https://siem.corp.example/*', 'https://x.siem.corp.example')).toBe(false);
});
