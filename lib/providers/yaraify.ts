import { z } from 'zod';
import { abuseCh, abuseChFields, question, readQuery } from '../core/abuse-ch';
import { counted, factsOf, tagsOf } from '../core/facts';
import { defineProvider } from '../core/plugin';
import { answered, failed, none } from '../core/reading';

const who = 'YARAify';
const page = 'https://yaraify.abuse.ch';

const text = z.string().nullish().catch(undefined);
const names = z.array(z.string()).nullish().catch(undefined);
const rules = z
  .array(z.object({ rule_name: z.string() }))
  .nullish()
  .catch(undefined);

/** `lookup_hash` (yaraify.abuse.ch/api): the file, and each scan of it. */
const answerSchema = z.object({
  data: z.object({
    metadata: z
      .object({ file_type_mime: text, first_seen: text, last_seen: text })
      .optional()
      .catch(undefined),
    tasks: z.array(
      z.object({ file_name: text, clamav_results: names, static_results: rules, unpacker_results: rules }),
    ),
  }),
});

export default defineProvider({
  id: 'yaraify',
  name: who,
  homepage: `${page}/`,
  settings: z.object(abuseChFields(z.string(), z.boolean(), 'https://yaraify-api.abuse.ch')),
  ...abuseCh,
  kinds: ['md5', 'sha1', 'sha256'],
  discloses: { class: 'passive', words: 'Sees the hash. Looks it up; never uploads a file.' },
  weight: 0.5,
  fresh: { found: 24 * 3_600_000, none: 3_600_000 },
  sample: { kind: 'sha256', value: '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f' },

  request: ({ value }, { settings }) =>
    question(settings, '/api/v1/', { query: 'lookup_hash', search_term: value }),

  /**
   * Anybody may have any file scanned there, so that it was scanned says nothing, and many rules of the community
   * describe rather than accuse. One antivirus engine (ClamAV) that names it makes it suspicious, never more.
   */
  read(answer, _, { now }) {
    const nothing = ['no_results', 'no_result', 'hash_not_found'];
    const found = readQuery(answer, { who, now, nothing, schema: answerSchema });
    if (!found.ok) return failed(found.failure);
    if (found.value === null) return none('YARAify has not scanned it.');
    const { metadata, tasks } = found.value.data;
    const detections = [...new Set(tasks.flatMap(({ clamav_results }) => clamav_results ?? []))];
    const matched = tasks.flatMap((task) => [
      ...(task.static_results ?? []),
      ...(task.unpacker_results ?? []),
    ]);
    const rules = [...new Set(matched.map(({ rule_name }) => rule_name))];
    return answered({
      level: detections.length > 0 ? 'suspicious' : 'unknown',
      summary: `${detections.length > 0 ? 'ClamAV names it' : 'No antivirus name'}, ${counted(rules.length, 'YARA rule')}`,
      facts: factsOf({
        ClamAV: detections,
        'YARA rules': rules,
        Name: tasks[0]?.file_name,
        Type: metadata?.file_type_mime,
        'First seen': metadata?.first_seen,
        'Last seen': metadata?.last_seen,
      }),
      tags: tagsOf(rules),
    });
  },

  link: ({ kind, value }) =>
    kind === 'sha256' ? `${page}/sample/${value}/` : `${page}/search/${kind}/${value}/`,
});
