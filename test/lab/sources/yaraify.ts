import { authKey, daysAgo, fieldsOf, limited, refuse, said } from '../abuse-ch';
import { find } from '../indicators';
import type { LabSource } from '../source';

/** YARAify (yaraify.abuse.ch/api): POST with JSON, `lookup_hash`. */
export default {
  id: 'yaraify',
  settings: (baseUrl) => ({ key: authKey, baseUrl }),
  limited,

  answer(asked) {
    if (asked.url.pathname !== '/api/v1/') return { status: 404, body: 'Not Found' };
    const refused = refuse(asked, 'application/json');
    if (refused) return refused;
    const { query, search_term: hash = '' } = fieldsOf(asked);
    if (query !== 'lookup_hash') return said('unknown_operation');
    const kind = { 32: 'md5', 40: 'sha1', 64: 'sha256' }[hash.length];
    if (!kind || !/^[0-9a-f]+$/.test(hash)) return said('illegal_search_term');
    const known = find(kind, hash);
    if (known?.level !== 'malicious') return said('no_results');
    const task = {
      task_id: '8d6c4b1e-0000-11ed-9bb7-42010aa4000b',
      time_stamp: daysAgo(2),
      file_name: 'update.bin',
      clamav_results: ['Win.Trojan.Lab'],
      static_results: [{ rule_name: 'lab_rat', author: 'lab', description: null, tlp: 'TLP:WHITE' }],
      unpacker_results: [],
    };
    return said('ok', { data: { metadata: { file_size: '270017', first_seen: daysAgo(2) }, tasks: [task] } });
  },
} satisfies LabSource;
