import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recorded } from '../recorded';
import { cases } from './cases';

/** Folders of recorded answers, by the source that gave them. Other folders belong to trackers, consoles and detonation. */
const folders: Readonly<Record<string, string>> = {
  abuseipdb: 'abuseipdb',
  censys: 'censys',
  'circl-hashlookup': 'hashlookup',
  crtsh: 'crtsh',
  doh: 'cloudflare-dns',
  epss: 'epss',
  greynoise: 'greynoise',
  'hybrid-analysis': 'hybrid-analysis',
  malwarebazaar: 'malwarebazaar',
  misp: 'misp',
  nvd: 'nvd',
  opencti: 'opencti',
  otx: 'otx',
  pulsedive: 'pulsedive',
  rdap: 'rdap',
  safebrowsing: 'safebrowsing',
  shodan: 'shodan',
  'shodan-internetdb': 'shodan-internetdb',
  threatfox: 'threatfox',
  threatstream: 'threatstream',
  urlhaus: 'urlhaus',
  urlscan: 'urlscan',
  virustotal: 'virustotal',
  webrisk: 'webrisk',
  xforce: 'xforce',
  yaraify: 'yaraify',
};

/** Answers that no case reads, and why. */
const unread: Readonly<Record<string, string>> = {
  'abuseipdb/check_block.json': 'of an endpoint for networks, which is not asked',
  'doh/spamhaus_dbl_listed.json': 'of a block list that is not asked',
  'greynoise/v3_ip_multi_quick.json': 'of an endpoint of a paid plan that takes several, which is not asked',
  'hybrid-analysis/soar-GetHashScanReport.json': 'of a submission',
  'hybrid-analysis/soar-SubmitFile.json': 'of a submission',
  'hybrid-analysis/soar-WaitForJobAndFetchReport.json': 'of a submission',
  'rdap/bootstrap_dns.sample.json': 'cut from a bootstrap file, which is shipped whole',
  'rdap/bootstrap_ipv4.sample.json': 'cut from a bootstrap file, which is shipped whole',
  'safebrowsing/v4_clean.json': 'of version 4, which takes the URL itself',
  'safebrowsing/v4_match.json': 'of version 4, which takes the URL itself',
  'safebrowsing/v5_hashes_match.decoded.json': 'the protocol buffer beside it, for people',
  'safebrowsing/v5_urls_clean.decoded.json': 'of urls:search, which takes the URL itself',
  'safebrowsing/v5_urls_match.decoded.json': 'of urls:search, which takes the URL itself',
  'safebrowsing/v5_urls_match.pb.base64': 'of urls:search, which takes the URL itself',
  'shodan/api_info_free.json': 'of the account, which is not asked',
  'urlscan/result_clean.json': 'of a submission, read in urlscan.test.ts',
  'urlscan/result_malicious.json': 'of a submission, read in urlscan.test.ts',
  'urlscan/result_not_found.json': 'of a submission, read in urlscan.test.ts',
  'urlscan/submit_blocked.json': 'of a submission, read in urlscan.test.ts',
  'urlscan/submit_ok.json': 'of a submission, read in urlscan.test.ts',
  'virustotal/soar-SubmitFile.json': 'of a submission',
};

const filesIn = (folder: string): string[] =>
  readdirSync(join(recorded ?? '', folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => `${folder}/${name}`);

describe.skipIf(recorded === undefined)('of the answers that real systems gave', () => {
  test.each(Object.entries(folders))(
    'each in %s is read by %s, or is left out for a reason',
    (folder, id) => {
      const read = new Set(cases[id]?.recorded?.map(({ file }) => file));
      expect(filesIn(folder).filter((file) => !read.has(file) && unread[file] === undefined)).toEqual([]);
    },
  );

  test('no reason is left for an answer that is gone or read', () => {
    const all = new Set(Object.keys(folders).flatMap(filesIn));
    const read = new Set(Object.values(cases).flatMap((one) => one.recorded?.map(({ file }) => file) ?? []));
    expect(Object.keys(unread).filter((file) => !all.has(file) || read.has(file))).toEqual([]);
  });
});
