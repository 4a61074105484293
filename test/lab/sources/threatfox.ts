import { authKey, daysAgo, fieldsOf, limited, refuse, said } from '../abuse-ch';
import { find, indicators, type Known } from '../indicators';
import type { LabSource } from '../source';

const record = ({ kind, value, level }: Known) => ({
  id: '1689288',
  ioc: kind === 'ipv4' ? `${value}:8808` : value,
  threat_type: 'botnet_cc',
  malware_printable: 'AsyncRAT',
  confidence_level: level === 'malicious' ? 100 : 25,
  first_seen: daysAgo(2),
  last_seen: null,
  tags: ['AsyncRAT'],
});

/** ThreatFox (threatfox.abuse.ch/api): POST with JSON; a search matches parts unless `exact_match` is told. */
export default {
  id: 'threatfox',
  settings: (baseUrl) => ({ key: authKey, baseUrl }),
  limited,

  answer(asked) {
    if (asked.url.pathname !== '/api/v1/') return { status: 404, body: 'Not Found' };
    const refused = refuse(asked, 'application/json');
    if (refused) return refused;
    const { query, hash = '', search_term: term = '', exact_match: exact } = fieldsOf(asked);
    const bad = indicators.filter(({ level }) => level === 'malicious' || level === 'suspicious');
    const nothing = said('no_result', { data: 'Your search did not yield any results' });
    if (query === 'search_hash') {
      if (!/^([0-9a-f]{32}|[0-9a-f]{64})$/.test(hash)) return said('illegal_hash');
      const known = find('md5', hash) ?? find('sha256', hash);
      return known?.level === 'malicious' ? said('ok', { data: [record(known)] }) : nothing;
    }
    if (query !== 'search_ioc') return said('unknown_operation');
    if (!/^[\x21-\x7e]+$/.test(term)) return said('illegal_search_term');
    const data = bad.map(record).filter(({ ioc }) => (exact ? ioc === term : ioc.includes(term)));
    return data.length > 0 ? said('ok', { data }) : nothing;
  },
} satisfies LabSource;
