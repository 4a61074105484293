import type { z } from 'zod';
import { addressFields, keyedAddress } from './address';
import { under } from './base-url';
import { clip } from './clip';
import { fail, ok, type Result } from './failure';
import type { HttpAnswer, HttpRequest } from './http';
import { parse, undocumented } from './reading';
import { refusal } from './refusal';

interface Query<T> {
  readonly who: string;
  readonly now: number;
  /** The documented words of `query_status` for "no record". */
  readonly nothing: readonly string[];
  /** The answer where `query_status` is "ok". */
  readonly schema: z.ZodType<T>;
}

/**
 * Reads an answer of an abuse.ch API (urlhaus.abuse.ch/api, threatfox.abuse.ch/api, bazaar.abuse.ch/api,
 * yaraify.abuse.ch/api): their answers, and most of their errors, have status 200 and say in `query_status` what they
 * are. Null is "no record"; a word that is not documented for the question is a failure, an unknown key included.
 */
export function readQuery<T>(answer: HttpAnswer, { who, now, nothing, schema }: Query<T>): Result<T | null> {
  const refused = refusal(answer, who, now, { no404: true });
  if (refused) return { ok: false, failure: refused };
  const body = answer.json();
  if (!body.ok) return body;
  const status = statusOf(body.value);
  if (status === undefined) return { ok: false, failure: undocumented(answer, who) };
  if (status === 'ok') return parse(answer, schema, who);
  if (nothing.includes(status)) return ok(null);
  return /auth_?key/.test(status)
    ? fail('refused', `${who} does not know this Auth-Key. Check the key.`)
    : fail('rejected', `${who} could not use the question (${clip(status, 40)}). Check the settings.`);
}

function statusOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('query_status' in body)) return undefined;
  return typeof body.query_status === 'string' ? body.query_status : undefined;
}

/** The settings of an abuse.ch platform; `text` and `flag` as for `addressFields`. One key serves all of them. */
export const abuseChFields = (text: z.ZodString, flag: z.ZodBoolean, standard: string) => ({
  key: text.default('').meta({
    title: 'Auth-Key',
    description: 'One free key from auth.abuse.ch serves URLhaus, ThreatFox, MalwareBazaar and YARAify.',
    secret: true,
  }),
  ...addressFields(text, flag, standard),
});

/**
 * What is the same for each of their platforms. The pace is unpublished: "fair use", and accounts that ask too much are
 * held back for up to 72 hours. One a second and two at a time is what careful clients do.
 */
export const abuseCh = {
  ...keyedAddress,
  terms: {
    words: 'Fair use, no harvesting: a key that asks too much is held back for up to 72 hours.',
    url: 'https://abuse.ch/terms-of-use/',
  },
  onByDefault: false,
  maxTlp: 'green',
  limits: [{ requests: 60, per: 60_000 }],
  together: 2,
} as const;

/** A question to one of them: fields of a form, or an object that is sent as JSON. */
export function question(
  { key, baseUrl }: { readonly key: string; readonly baseUrl: string },
  path: string,
  asked: URLSearchParams | object,
): HttpRequest {
  const form = asked instanceof URLSearchParams;
  return {
    method: 'POST',
    url: under(baseUrl, path),
    headers: {
      'Auth-Key': key,
      'Content-Type': form ? 'application/x-www-form-urlencoded' : 'application/json',
      Accept: 'application/json',
    },
    body: form ? asked.toString() : JSON.stringify(asked),
  };
}
