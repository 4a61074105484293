import type { Failure } from './failure';
import type { HttpAnswer } from './http';
import { refusal } from './refusal';

/**
 * What a status of Google's APIs means: a key it does not know gets 400 "API key not valid" (reason API_KEY_INVALID,
 * cloud.google.com/apis/design/errors); a 404 comes from another server.
 */
export function googleRefusal(answer: HttpAnswer, who: string, now: number): Failure | null {
  return answer.status === 400 && /API_KEY_INVALID|API key not valid/.test(answer.text)
    ? { code: 'refused', status: 400, message: `${who} does not know this key (400). Check the key.` }
    : refusal(answer, who, now, { no404: true });
}
