import type { Failure } from '../../core/failure';
import type { HttpAnswer } from '../../core/http';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * GraphQL tells its errors in `errors`, with status 200 or 400 alike; null where there are none. A token that is wrong or
 * has no right is told by `extensions.code` (AUTH_REQUIRED, FORBIDDEN_ACCESS) or by words alone. The text is not shown: it
 * may quote what was asked.
 */
export function errorIn(answer: HttpAnswer, who: string): Failure | null {
  if (answer.status !== 200 && answer.status !== 400) return null;
  const body = answer.json();
  if (!body.ok || !isObject(body.value)) return null;
  const { errors } = body.value;
  if (!Array.isArray(errors) || errors.length === 0) return null;
  const told: readonly unknown[] = errors;
  const { status } = answer;
  return told.some(isRefusal)
    ? { code: 'refused', status, message: `${who} refused the token. Check the token and its user's rights.` }
    : {
        code: 'rejected',
        status,
        message: `${who} could not use the question. Check that it is version 6 or newer.`,
      };
}

function isRefusal(error: unknown): boolean {
  if (!isObject(error)) return false;
  const { message, extensions } = error;
  const code = isObject(extensions) ? extensions['code'] : undefined;
  return (
    code === 'AUTH_REQUIRED' ||
    code === 'FORBIDDEN_ACCESS' ||
    /logged in|not authenticated|not allowed/i.test(typeof message === 'string' ? message : '')
  );
}
