import { z } from 'zod';
import { asciiUrl } from '../../core/ascii-host';
import { under } from '../../core/base-url';
import { clip } from '../../core/clip';
import { fail, ok } from '../../core/failure';
import type { HttpAnswer } from '../../core/http';
import type { Disclosure } from '../../core/plugin';
import { answered, failed, failedWith, parse } from '../../core/reading';
import type { Submit } from '../../core/submit';
import type { Tlp } from '../../core/tlp';
import { refused, who } from './refused';
import { resultAnswer, resultSchema } from './result';
import type { UrlscanSettings } from './settings';

const visibilities = ['public', 'unlisted', 'private'] as const;
type Visibility = (typeof visibilities)[number];

/** From who sees least to who sees most (docs.urlscan.io, "Scan Visibility Levels"). */
const ways: Readonly<Record<Visibility, Disclosure & { readonly label: string; readonly maxTlp: Tlp }>> = {
  private: {
    label: 'visible to you alone',
    class: 'passive',
    maxTlp: 'amber',
    words:
      'urlscan.io opens the URL, and its server sees a visit. The scan is shown to you, and to whoever you give its link.',
  },
  unlisted: {
    label: 'visible to researchers',
    class: 'public',
    maxTlp: 'green',
    words:
      'urlscan.io opens the URL, and its server sees a visit. Researchers and security companies with urlscan Pro find the scan.',
  },
  public: {
    label: 'visible to everyone',
    class: 'public',
    maxTlp: 'clear',
    words:
      'urlscan.io opens the URL, and its server sees a visit. The URL and the picture of the page stand on the front page and can be found by anybody, the attacker too, for ever.',
  },
};

/** Answer to `POST /api/v1/scan/`. */
const startedSchema = z.object({
  uuid: z.string().regex(/^[\w-]{8,64}$/),
  visibility: z.enum(visibilities).optional().catch(undefined),
});
/** Why it was not scanned: the name does not resolve, the owner does not want it, the URL is no URL. */
const problemSchema = z.object({ description: z.string().nullish(), message: z.string().nullish() });

const hour = 3_600_000;

const submitTo = (visibility: Visibility): Submit<UrlscanSettings> => {
  const { label, maxTlp, ...discloses } = ways[visibility];
  return {
    id: visibility,
    label,
    discloses,
    maxTlp,
    kinds: ['url'],
    // Unpublished; the account's page tells what a key may. A person clicks no faster.
    limits: [
      { requests: 5, per: 60_000 },
      { requests: 50, per: hour },
    ],
    // The docs: first after 10 s, then every 2 to 5 s. A scan takes half a minute, a queue some more.
    pace: { first: 10_000, every: 5000, giveUp: 600_000 },
    missing: ({ key }) => (key === '' ? 'Submitting needs a key of urlscan.io.' : null),

    request: ({ value }, context) => ({
      method: 'POST',
      url: under(context.settings.baseUrl, '/api/v1/scan/'),
      headers: { 'API-Key': context.settings.key, 'Content-Type': 'application/json' },
      body: JSON.stringify({ url: asciiUrl(value), visibility }),
    }),

    started(answer, _ioc, context) {
      const { key } = context.settings;
      const no = notScanned(answer, key) ?? refused(answer, context.now, key);
      if (no) return { ok: false, failure: no };
      const told = parse(answer, startedSchema, who);
      if (!told.ok) return told;
      const { uuid, visibility: made = visibility } = told.value;
      const link = `https://urlscan.io/result/${uuid}/`;
      return ok({
        id: uuid,
        link,
        ...(made === visibility ? {} : { note: `urlscan.io made it ${ways[made].label}.` }),
      });
    },

    poll: ({ id }, context) => ({
      url: under(context.settings.baseUrl, `/api/v1/result/${encodeURIComponent(id)}/`),
      headers: { Accept: 'application/json', 'API-Key': context.settings.key },
      maxBytes: 8 * 1024 * 1024,
    }),

    result(answer, _ioc, { id, link }, context) {
      if (answer.status === 404) return null;
      if (answer.status === 410)
        return failedWith('missing', `${who} deleted the scan (410). Submit it again.`);
      const no = refused(answer, context.now, context.settings.key);
      if (no) return failed(no);
      const told = parse(answer, resultSchema, who);
      if (!told.ok) return failed(told.failure);
      if (told.value.task.uuid !== id)
        return failedWith('bad-answer', `${who} answered with the scan of something else. Look at its page.`);
      return answered(resultAnswer(told.value, link));
    },
  };
};

export const submits: readonly Submit<UrlscanSettings>[] = (['private', 'unlisted', 'public'] as const).map(
  submitTo,
);

/** A 400 that is about the URL, not about the key. Its words are urlscan's own. */
function notScanned(answer: HttpAnswer, key: string) {
  if (answer.status !== 400 || /api key/i.test(answer.text)) return null;
  const body = answer.json();
  const told = problemSchema.safeParse(body.ok ? body.value : null);
  const why = told.success ? (told.data.description ?? told.data.message ?? '') : '';
  if (why === '' || why.includes(key)) return null;
  return fail(
    'rejected',
    `${who} did not scan it (400): ${clip(why, 160).replace(/\.*$/, '')}. Nothing was submitted.`,
    {
      status: 400,
    },
  ).failure;
}
