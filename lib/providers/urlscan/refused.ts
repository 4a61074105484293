import type { Failure } from '../../core/failure';
import type { HttpAnswer } from '../../core/http';
import { refusal } from '../../core/refusal';

export const who = 'Urlscan';

/** Why it did not answer; null where it did. */
export const refused = (answer: HttpAnswer, now: number, key: string): Failure | null =>
  unknownKey(answer) ?? refusal(withReset(answer), who, now, { no404: true, keyless: key === '' });

/** A key that is none ("Invalid API key format") is answered with 400. */
const unknownKey = ({ status, text }: HttpAnswer): Failure | null =>
  status === 400 && /api key/i.test(text)
    ? { code: 'refused', status, message: `${who} does not know this key (400). Check the key.` }
    : null;

/** Its 429 tells the wait, in seconds, in a header of its own (docs.urlscan.io, "API Rate Limits"). */
const withReset = (answer: HttpAnswer): HttpAnswer => ({
  ...answer,
  headers: {
    get: (name) =>
      answer.headers.get(name) ??
      (name === 'Retry-After' ? answer.headers.get('X-Rate-Limit-Reset-After') : null),
  },
});
