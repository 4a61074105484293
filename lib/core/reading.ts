import type { z } from 'zod';
import type { Ioc } from '../ioc';
import type { Failure, FailureCode, Result } from './failure';
import type { HttpAnswer } from './http';
import type { Reading } from './plugin';
import type { Answer } from './verdict';

export const answered = (answer: Answer): Reading => ({ is: 'answer', answer });

export const none = (message: string): Reading => ({ is: 'none', message });

export const failed = (failure: Failure): Reading => ({ is: 'failure', failure });

export const failedWith = (code: FailureCode, message: string): Reading => failed({ code, message });

/** Records of others filled an answer of limited length: that this one has none is then not known. */
export const crowdedOut = (who: string): Reading =>
  failedWith('too-large', `${who} has more records than one answer holds. Ask about it alone.`);

/** The body as the documented shape, or `bad-answer`. `who` is the system's name for people. */
export function parse<T>(answer: HttpAnswer, schema: z.ZodType<T>, who: string): Result<T> {
  const body = answer.json();
  if (!body.ok) return body;
  const parsed = schema.safeParse(body.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, failure: undocumented(answer, who) };
}

/** The same, unless the answer was found to be a refusal already. */
export const parseUnless = <T>(
  refused: Failure | null,
  answer: HttpAnswer,
  schema: z.ZodType<T>,
  who: string,
): Result<T> => (refused ? { ok: false, failure: refused } : parse(answer, schema, who));

/** A reading for each that was asked in one request; what failed, failed for all of them. */
export const readEach = <T>(
  iocs: readonly Ioc[],
  answer: Result<T>,
  read: (ioc: Ioc, told: T) => Reading,
): readonly Reading[] => iocs.map((ioc) => (answer.ok ? read(ioc, answer.value) : failed(answer.failure)));

/** JSON, but not what the documentation says. */
export const undocumented = ({ status }: HttpAnswer, who: string): Failure => ({
  code: 'bad-answer',
  status,
  message: `${who} answered in a shape that is not documented. Check the address, then try again.`,
});
