import type { z } from 'zod';
import { fail, type Failure, type Result } from './failure';
import type { Ask, HttpAnswer, HttpRequest } from './http';
import { parse } from './reading';
import { refusal } from './refusal';

/** How a system's answers are understood. */
export interface Reader<T> {
  /** The system's name for people. */
  readonly who: string;
  readonly schema: z.ZodType<T>;
  /** The system's own words for a failure, asked before the general ones. */
  readonly explain?: (answer: HttpAnswer) => Failure | null;
  /** What a redirect means there, in words, when it means that the key is not accepted. */
  readonly login?: string;
}

/** Asks, and reads the answer as the documented shape. Every other status is a failure with words. */
export async function call<T>(ask: Ask, request: HttpRequest, reader: Reader<T>): Promise<Result<T>> {
  const { who, schema, explain, login } = reader;
  const result = await ask(request);
  if (!result.ok) {
    return result.failure.code === 'redirected' && login ? fail('refused', login) : result;
  }
  const answer = result.value;
  const failure = explain?.(answer) ?? refusal(answer, who, Date.now(), { login: true });
  if (failure) return { ok: false, failure };
  const { status } = answer;
  if (status === 404)
    return fail('missing', `${who} knows nothing at this address (404). Check it.`, { status });
  if (status >= 400)
    return fail('rejected', `${who} could not use what was sent (${status}). Try again.`, { status });
  return parse(answer, schema, who);
}
