import type { z } from 'zod';
import { under } from '../../core/base-url';
import { call } from '../../core/call';
import { clip } from '../../core/clip';
import type { Failure, Result } from '../../core/failure';
import type { Ask, HttpAnswer } from '../../core/http';

export const who = 'Request Tracker';

interface Access {
  readonly ask: Ask;
  readonly settings: { readonly baseUrl: string; readonly token: string };
}

/** One call of REST 2 (`/REST/2.0`). The word before a token is `token`, not Bearer. */
export function rest<T>(
  { ask, settings }: Access,
  path: string,
  schema: z.ZodType<T>,
  send?: { readonly method: 'POST' | 'PUT'; readonly body: unknown },
): Promise<Result<T>> {
  const headers = { Authorization: `token ${settings.token}`, Accept: 'application/json' };
  const url = under(settings.baseUrl, `/REST/2.0${path}`);
  const request = send
    ? {
        url,
        method: send.method,
        body: JSON.stringify(send.body),
        headers: { ...headers, 'Content-Type': 'application/json' },
      }
    : { url, headers };
  return call(ask, request, {
    who,
    schema,
    explain,
    // A browser that is not let in is sent to the login page; other clients get a 401.
    login: `${who} sent its login page: the token is not accepted. Make a new one under Settings, Auth Tokens.`,
  });
}

/** Its own sentence, from 400 and 403: no queue, no right, a broken query. */
function explain(answer: HttpAnswer): Failure | null {
  if (answer.status !== 400 && answer.status !== 403) return null;
  const body = answer.json();
  const said =
    body.ok && body.value && typeof body.value === 'object' && 'message' in body.value && body.value.message;
  if (typeof said !== 'string') return null;
  const words = clip(said, 160).replace(/\.$/, '');
  const denied = answer.status === 403 || words === 'Permission Denied';
  return {
    code: denied ? 'refused' : 'rejected',
    status: answer.status,
    message: `${who} says: ${words}. ${denied ? "Check the queue and the rights of the token's user." : 'Check the settings.'}`,
  };
}

/** A string of TicketSQL: quotes and backslashes are escaped by a backslash. */
export const sqlString = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
