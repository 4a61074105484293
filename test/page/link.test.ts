import { describe, expect, it } from 'vitest';
import { targetOf } from '../../lib/page/link';

describe('where a redirecting link leads', () => {
  it.each([
    [
      'https://emea01.safelinks.protection.outlook.com/?url=http%3A%2F%2Fevil-host.com%2Fa%3Fb%3D1&data=02%7C01',
      'http://evil-host.com/a?b=1',
    ],
    ['https://www.google.com/url?q=https://evil-host.com/x&sa=D', 'https://evil-host.com/x'],
    [
      'https://urldefense.proofpoint.com/v2/url?u=http-3A__evil-2Dhost.com_a-5Fb&d=DwMFaQ',
      'http://evil-host.com/a_b',
    ],
    ['https://urldefense.proofpoint.com/v1/url?u=http://evil-host.com/a_b&k=x', 'http://evil-host.com/a_b'],
    ['https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fevil-host.com%2fx&c=E', 'https://evil-host.com/x'],
    ['https://slack-redir.net/link?url=https%3A%2F%2Fevil-host.com%2Fx', 'https://evil-host.com/x'],
    ['https://urldefense.com/v3/__https://evil-host.com/a__;!!abc$', 'https://evil-host.com/a'],
    ['https://urldefense.com/v3/__http:/evil-host.com/a__;!!abc$', 'http://evil-host.com/a'],
  ])('%s', (href, target) => {
    expect(targetOf(href)).toBe(target);
  });

  it.each([
    'https://evil-host.com/?url=http://other.example/',
    'https://notsafelinks.protection.outlook.com.evil-host.com/?url=http://other.example/',
    'https://x.safelinks.protection.outlook.com/?url=javascript:alert(1)',
    'https://urldefense.proofpoint.com/v2/url?u=http-3A__%E0%A4%A-ZZ',
    'javascript:alert(1)',
    '/relative?url=http://evil-host.com/',
    '',
  ])('is nobody’s business for %s', (href) => {
    expect(targetOf(href)).toBeNull();
  });
});
