import { z } from 'zod';
import { addressFields, keyField, openAddress } from '../core/address';
import { under } from '../core/base-url';
import type { Failure } from '../core/failure';
import type { HttpAnswer } from '../core/http';
import { defineProvider } from '../core/plugin';
import { answered, failed, failedWith, none, parse } from '../core/reading';
import { elsewhere, refusal } from '../core/refusal';
import {
  communityAnswer,
  communitySchema,
  fullAnswer,
  fullSchema,
  isHidden,
  unseenSchema,
} from './greynoise/shape';

const who = 'GreyNoise';
const day = 24 * 3_600_000;

export default defineProvider({
  id: 'greynoise',
  name: who,
  homepage: 'https://www.greynoise.io/',
  settings: z.object({
    plan: z.enum(['community', 'full']).default('community').meta({
      title: 'Plan',
      description: 'Community: class and name alone. Full: tags, actor and network too; needs a paid key.',
    }),
    key: z
      .string()
      .default('')
      .meta({ ...keyField, description: 'Community answers without a key too, ten times a day.' }),
    ...addressFields(z.string(), z.boolean(), 'https://api.greynoise.io'),
    perWeek: z.int().min(1).default(50).meta({ title: 'Lookups a week that your key allows' }),
  }),
  origins: openAddress.origins,
  missing: (settings) =>
    settings.plan === 'full' && settings.key === '' ? 'Needs a key.' : openAddress.missing(settings),
  kinds: ['ipv4'],
  discloses: { class: 'passive', words: 'Sees the address.' },
  weight: 0.7,
  onByDefault: false,
  maxTlp: 'green',
  scarce: true,
  // A free account: 50 lookups a week, its website included. Without a key: 10 a day (GreyNoise's own error texts).
  limits: [{ requests: 50, per: 7 * day }],
  limitsBy: ({ key, perWeek }) =>
    key === '' ? [{ requests: 10, per: 'day' }] : [{ requests: perWeek, per: 7 * day }],
  fresh: { found: day, none: day },
  sample: { kind: 'ipv4', value: '8.8.8.8' },

  request: (ioc, { settings }) => ({
    url: under(
      settings.baseUrl,
      `/v3/${settings.plan === 'full' ? 'ip' : 'community'}/${encodeURIComponent(ioc.value)}`,
    ),
    headers: { Accept: 'application/json', ...(settings.key === '' ? {} : { key: settings.key }) },
  }),

  read(answer, _, { settings, now }) {
    const refused = spent(answer, now) ?? refusal(answer, who, now, { keyless: settings.key === '' });
    if (refused) return failed(refused);
    // Not seen is a 404 that repeats the address; any web server answers 404 to a wrong one.
    if (answer.status === 404) {
      return parse(answer, unseenSchema, who).ok ? none(unseen) : failed(elsewhere(answer, who));
    }
    if (settings.plan === 'full') {
      const full = parse(answer, fullSchema, who);
      if (!full.ok) return failed(full.failure);
      const told = fullAnswer(full.value);
      if (told) return answered(told);
      return isHidden(full.value) ? failedWith('rejected', hidden) : none(unseen);
    }
    const community = parse(answer, communitySchema, who);
    return community.ok ? answered(communityAnswer(community.value)) : failed(community.failure);
  },

  link: (ioc) => `https://viz.greynoise.io/ip/${encodeURIComponent(ioc.value)}`,
});

const unseen = 'GreyNoise has not seen it scan the internet.';
const hidden =
  'GreyNoise does not show this key whether it scans the internet. Choose the plan Community, or use a key of the full plan.';

/**
 * Its 429 tells no time, but in words that the lookups of the day or the week are spent: a minute would not bring them
 * back. Which day a week begins with is not told, so it is asked once a day.
 */
function spent({ status, headers, text }: HttpAnswer, now: number): Failure | null {
  const long = /lookups\s*(?:\/|per)\s*(?:day|week|month)|(?:daily|weekly|monthly) (?:rate )?limit/i;
  if (status !== 429 || headers.get('Retry-After') !== null || !long.test(text)) return null;
  return {
    code: 'quota',
    status,
    message: `${who}: the lookups of the day or week are spent (429). It is asked again tomorrow.`,
    retryAt: (Math.floor(now / day) + 1) * day,
  };
}
