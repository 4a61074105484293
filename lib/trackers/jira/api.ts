import { z } from 'zod';
import { base64 } from '../../core/base64';
import { under } from '../../core/base-url';
import { call } from '../../core/call';
import { clip } from '../../core/clip';
import type { Failure, Result } from '../../core/failure';
import type { Ask, HttpAnswer } from '../../core/http';
import { errorSchema } from './shape';

export const who = 'Jira';

export interface Access {
  readonly ask: Ask;
  readonly settings: {
    readonly edition: 'cloud' | 'data-center';
    readonly baseUrl: string;
    readonly email: string;
    readonly token: string;
  };
}

/** One call: REST v3 with Basic auth on Cloud, REST v2 with a personal access token on Data Center. */
export function rest<T>(
  { ask, settings }: Access,
  path: string,
  schema: z.ZodType<T>,
  post?: unknown,
): Promise<Result<T>> {
  const { edition, email, token, baseUrl } = settings;
  const headers = {
    Authorization: edition === 'cloud' ? `Basic ${base64(`${email}:${token}`)}` : `Bearer ${token}`,
    Accept: 'application/json',
  };
  const url = under(baseUrl, `/rest/api/${edition === 'cloud' ? 3 : 2}${path}`);
  const body = { method: 'POST', body: JSON.stringify(post) } as const;
  const request =
    post === undefined
      ? { url, headers }
      : {
          url,
          ...body,
          headers: { ...headers, 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
        };
  return call(ask, request, {
    who,
    schema,
    explain,
    login: 'Jira sent its login page: the token is not accepted. Check the token and the address.',
  });
}

/** What Jira says where the status alone would mislead. */
function explain(answer: HttpAnswer): Failure | null {
  const { status, headers, text } = answer;
  const refused = (message: string): Failure => ({ code: 'refused', status, message });
  if (headers.get('X-Authentication-Denied-Reason')?.includes('CAPTCHA')) {
    return refused('Jira wants a CAPTCHA after too many wrong logins. Log in to Jira once in this browser.');
  }
  // With a wrong token a search may be answered as for nobody: 200, and empty.
  if (/FAILED|DENIED|OUT/.test(headers.get('X-Seraph-LoginReason') ?? '')) {
    return refused('Jira refused the token. Check the token, and on Cloud the email address.');
  }
  if (status === 403 && text.includes('XSRF check failed')) {
    return refused(
      'Jira took the request for a forged one (XSRF). Grant access to its address again, so that the browser’s headers can be set.',
    );
  }
  if (status === 410) {
    return {
      code: 'rejected',
      status,
      message: 'Jira no longer has this interface (410). Check the edition.',
    };
  }
  return status === 400 ? { code: 'rejected', status, message: said(answer) } : null;
}

/** Jira's own sentences, with the field each one is about. */
function said(answer: HttpAnswer): string {
  const problems = problemsOf(answer);
  const words = [
    ...problems.errorMessages,
    ...Object.entries(problems.errors).map(([field, problem]) => `${field}: ${problem}`),
  ].join(' ');
  return `Jira could not use what was sent (400). ${clip(words, 240) || 'Check the settings.'}`;
}

function problemsOf(answer: HttpAnswer): z.infer<typeof errorSchema> {
  const body = answer.json();
  const parsed = errorSchema.safeParse(body.ok ? body.value : null);
  return parsed.success ? parsed.data : { errorMessages: [], errors: {} };
}

/** Names of the fields that a refusal is about, as `said` wrote them. */
export const fieldsNamed = ({ message }: Failure, names: readonly string[]): readonly string[] =>
  names.filter((name) => message.includes(`${name}: `));

/** A string of JQL: quotes and backslashes are escaped by a backslash. */
export const jqlString = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
