import type { LabSource } from '../source';
import { serveFile, tooOften } from '../whole-file';

/** The Tor project's list of exits (check.torproject.org/torbulkexitlist): one IPv4 address a line. */
export default {
  id: 'tor-exits',
  settings: (baseUrl) => ({ baseUrl }),
  limited: tooOften,
  answer: (asked) => serveFile(asked, { '/torbulkexitlist': '198.51.100.61\n198.51.100.62\n203.0.113.9\n' }),
} satisfies LabSource;
