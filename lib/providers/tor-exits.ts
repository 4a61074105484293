import { z } from 'zod';
import { find } from '../ioc';
import { addressFields, openAddress } from '../core/address';
import { under } from '../core/base-url';
import { ok } from '../core/failure';
import { defineLocalProvider } from '../core/plugin';
import { answered, none } from '../core/reading';

const hour = 3_600_000;

export default defineLocalProvider({
  id: 'tor-exits',
  name: 'Tor exits',
  homepage: 'https://metrics.torproject.org/',
  settings: z.object(addressFields(z.string(), z.boolean(), 'https://check.torproject.org')),
  origins: openAddress.origins,
  missing: openAddress.missing,
  // The list has no IPv6 addresses, so it could not tell that one is no exit.
  kinds: ['ipv4'],
  discloses: {
    class: 'local',
    words: 'Sees that its list is downloaded every hour, never what is looked up in it.',
  },
  weight: 0.5,
  onByDefault: false,

  files: ({ baseUrl }) => [
    {
      name: 'torbulkexitlist',
      url: under(baseUrl, '/torbulkexitlist'),
      kinds: ['ipv4'],
      every: hour,
      atMost: hour,
      // Exits come and go; the list itself leaves out what was not seen for a day.
      oldAfter: 24 * hour,
      maxBytes: 4 * 1024 * 1024,
      read: ({ text }) => ok(addressesOf(text)),
    },
  ],

  find(ioc, [hit]) {
    if (hit === undefined) return none('No Tor exit.');
    return answered({
      level: 'suspicious',
      summary: 'A Tor exit: whoever comes from it hides',
      tags: ['tor-exit'],
      link: `https://metrics.torproject.org/rs.html#search/${ioc.value}`,
    });
  },
});

/** One IPv4 address a line. */
function* addressesOf(text: string) {
  for (const line of text.split('\n')) {
    const value = line.trim();
    if (value === '') continue;
    const [only] = find(value);
    const whole = only?.kind === 'ipv4' && only.value === value;
    yield whole ? { ioc: { kind: 'ipv4', value } as const, note: '' } : null;
  }
}
