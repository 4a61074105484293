import { z } from 'zod';
import { isBaseUrl, notBaseUrl } from '../core/base-url';
import { tlps } from '../core/tlp';
import { kinds } from '../ioc';
import { expressionProblem } from './expression';
import { looksSecret, namesSecret } from './no-secret';

const line = (most: number) => z.string().trim().min(1).max(most);

/** A JMESPath expression (jmespath.site); a problem is said with the place it is at. */
const expression = z.string().superRefine((text, check) => {
  const problem = expressionProblem(text);
  if (problem !== null) check.addIssue({ code: 'custom', message: problem });
});

/** A name is sent as it is; a value is a fixed text. Neither may hold a key: keys are set in the options. */
const fixed = z.record(line(80), z.string().max(500)).superRefine((pairs, check) => {
  for (const [name, value] of Object.entries(pairs)) {
    if (!/^[!#$%&'*+.^`|~\w-]+$/.test(name))
      check.addIssue({ code: 'custom', path: [name], message: 'Not a name that can be sent.' });
    else if (namesSecret(name) || looksSecret(value))
      check.addIssue({ code: 'custom', path: [name], message: keyElsewhere });
    else if (/[^\x20-\x7e]/.test(value) || /\{.*\}/.test(value))
      check.addIssue({
        code: 'custom',
        path: [name],
        message: 'A header takes plain ASCII and no placeholder.',
      });
  }
});

const keyElsewhere =
  'This looks like a key. A document never holds one: choose how it is sent under “auth”, and set it in the options.';

const path = z
  .string()
  .max(500)
  .regex(/^\/(?!\/)[\x21-\x7e]*$/, 'A path such as /v1/lookup?ip={value}')
  .refine((text) => !text.includes('#'), 'A path has no #.')
  .refine((text) => !looksSecret(text) && !secretParameter(text), keyElsewhere);

const secretParameter = (text: string): boolean =>
  [...new URLSearchParams(text.split('?')[1] ?? '').keys()].some(namesSecret);

const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
);

/** A body that is sent as JSON; `{value}` in any text of it is replaced. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const requestSchema = z
  .strictObject({
    method: z.enum(['GET', 'POST']).default('GET'),
    /** Below the address. `{value}` is the indicator, percent-encoded; `{kind}` its kind. */
    path,
    headers: fixed.default({}),
    json: json.optional(),
    /** Sent as a form instead. */
    form: z.record(line(80), z.string().max(500)).optional(),
  })
  .superRefine((request, check) => {
    const body = request.json ?? request.form;
    if (request.json !== undefined && request.form !== undefined)
      check.addIssue({ code: 'custom', path: ['form'], message: 'Either “json” or “form”.' });
    if (body !== undefined && request.method === 'GET')
      check.addIssue({ code: 'custom', path: ['method'], message: 'A body needs POST.' });
    const text = JSON.stringify(body ?? null);
    if (looksSecret(text) || namesOf(body).some(namesSecret))
      check.addIssue({ code: 'custom', path: [request.json ? 'json' : 'form'], message: keyElsewhere });
    if (!`${request.path}${text}`.includes('{value}'))
      check.addIssue({
        code: 'custom',
        path: ['path'],
        message: 'Nothing asks about the IOC: write {value} somewhere.',
      });
  });

function namesOf(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const inner = Object.values(body).flatMap(namesOf);
  return Array.isArray(body) ? inner : [...Object.keys(body), ...inner];
}

/** How the key travels. The key itself is kept with the other keys of this browser. */
const authSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('bearer') }),
  z.strictObject({ type: z.literal('basic') }),
  /** `prefix` stands before the key: "Token ". */
  z.strictObject({
    type: z.literal('header'),
    name: line(80).regex(/^[!#$%&'*+.^`|~\w-]+$/, 'A header name'),
    prefix: z
      .string()
      .max(20)
      .regex(/^[A-Za-z]* ?$/, 'A word such as “Token ”')
      .default(''),
  }),
  z.strictObject({ type: z.literal('query'), name: line(80).regex(/^[\w.-]+$/, 'A parameter name') }),
]);

const answerSchema = z.strictObject({
  /** True for an answer of this service: anything else that comes back is a failure, never a clean verdict. */
  valid: expression,
  /** Statuses that mean "no record", unless a web page comes with them: that is another server. */
  noRecordStatus: z.array(z.int().min(400).max(499)).max(5).default([]),
  /** True where the answer holds no record. */
  noRecord: expression.optional(),
  /** Yields `malicious`, `suspicious`, `benign`, `unknown`, or null for facts alone. Left out: facts alone. */
  level: expression.optional(),
  /** Yields one line for people. */
  summary: expression,
  /** By label. A list is joined; what yields null is left out. */
  facts: z.record(line(40), expression).default({}),
  tags: expression.optional(),
  /** Yields the source's own page for this indicator. */
  link: expression.optional(),
  /** Yields when the evidence dates from: a date and time, or epoch seconds. */
  asOf: expression.optional(),
});

const limit = z.strictObject({
  requests: z.int().min(1).max(1_000_000),
  /** Seconds, or a day or month of UTC. */
  per: z.union([
    z
      .int()
      .min(1)
      .max(86_400 * 7),
    z.enum(['day', 'month']),
  ]),
});

/** A source that is described instead of programmed: what is asked, how the answer is read, what it costs. */
export const customSourceSchema = z.strictObject({
  version: z.literal(1).default(1),
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'Small letters, digits and hyphens: "asset-register"'),
  name: line(60),
  /** Where people read about it. */
  homepage: z.url({ protocol: /^https?$/ }).optional(),
  kinds: z.array(z.enum(kinds)).min(1),
  /** Default of the address in its settings; may stay empty. */
  baseUrl: z
    .string()
    .refine((url) => url === '' || isBaseUrl(url), notBaseUrl)
    .default(''),
  auth: authSchema.default({ type: 'none' }),
  request: requestSchema,
  answer: answerSchema,
  /** A page for people, below the address: `/assets/{value}`. */
  page: path.optional(),
  discloses: z.enum(['private', 'passive', 'public']),
  /** 0 to 1: how far its level counts. */
  weight: z.number().min(0).max(1).default(0.5),
  maxTlp: z.enum(tlps).optional(),
  limits: z
    .array(limit)
    .min(1)
    .max(4)
    .default([{ requests: 60, per: 60 }]),
  together: z.int().min(1).max(16).default(2),
  /** Asked only where a person names it. */
  onDemand: z.boolean().default(false),
  /** Seconds an answer and a "no record" stay fresh. */
  fresh: z
    .strictObject({
      found: z
        .int()
        .min(0)
        .max(86_400 * 90)
        .default(3600),
      none: z
        .int()
        .min(0)
        .max(86_400 * 90)
        .default(1800),
    })
    .prefault({}),
  /** What the test asks: an indicator with a known answer. */
  sample: z.strictObject({ kind: z.enum(kinds), value: line(500) }),
});

export type CustomSource = z.infer<typeof customSourceSchema>;
