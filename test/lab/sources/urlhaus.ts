import { authKey, daysAgo, fieldsOf, limited, refuse, said } from '../abuse-ch';
import { find, type Known } from '../indicators';
import type { LabSource } from '../source';

const isBad = (known: Known | undefined): known is Known => /malicious|suspicious/.test(known?.level ?? '');

const urlOf = ({ level }: Known, url: string) => ({
  url,
  url_status: level === 'malicious' ? 'online' : 'offline',
  date_added: daysAgo(2),
  threat: 'malware_download',
  larted: 'true',
  takedown_time_seconds: null,
  tags: ['AsyncRAT'],
  urlhaus_reference: 'https://urlhaus.abuse.ch/url/105821/',
});

/** URLhaus (urlhaus.abuse.ch/api): POST with a form; no record is `no_results` with status 200. */
export default {
  id: 'urlhaus',
  settings: (baseUrl) => ({ key: authKey, baseUrl }),
  limited,

  answer(asked) {
    const endpoint = /^\/v1\/(url|host|payload)\/$/.exec(asked.url.pathname)?.[1];
    if (!endpoint) return { status: 404, body: 'Not Found' };
    const refused = refuse(asked, 'application/x-www-form-urlencoded');
    if (refused) return refused;
    const { url, host, md5_hash: md5, sha256_hash: sha256 } = fieldsOf(asked);
    if (endpoint === 'url') {
      if (!url || !/^https?:\/\/[\x21-\x7e]+$/.test(url)) return said('invalid_url');
      const known = find('url', url);
      return isBad(known)
        ? said('ok', { id: '105821', ...urlOf(known, url), payloads: [] })
        : said('no_results');
    }
    if (endpoint === 'host') {
      if (!host || !/^[a-z0-9.-]+$/.test(host)) return said('invalid_host');
      const known = find('domain', host) ?? find('ipv4', host);
      if (!isBad(known)) return said('no_results');
      const urls = [urlOf(known, `http://${host}/u/load.bin`)];
      return said('ok', { host, firstseen: daysAgo(9), url_count: '1', blacklists: {}, urls });
    }
    if (!/^[0-9a-f]{32}$/.test(md5 ?? '') && !/^[0-9a-f]{64}$/.test(sha256 ?? ''))
      return said('invalid_hash');
    const known = find('md5', md5 ?? '') ?? find('sha256', sha256 ?? '');
    if (!isBad(known)) return said('no_results');
    const hashes = { md5_hash: md5 ?? 'ab'.repeat(16), sha256_hash: sha256 ?? 'ab'.repeat(32) };
    return said('ok', {
      ...hashes,
      file_type: 'exe',
      file_size: '172752',
      signature: null,
      url_count: '2',
      urls: [],
    });
  },
} satisfies LabSource;
