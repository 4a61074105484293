import type { Filing } from '../core/enrichment';
import { ageWords } from './words';

/** Where the Investigation stands, as one sentence; null where there is none. */
export function filingWords(filing: Filing | undefined, now: number): string | null {
  if (filing === undefined) return null;
  switch (filing.state) {
    case 'queued':
    case 'filing':
      return 'The Investigation is being filed.';
    case 'held':
      return 'The Investigation is held: more malicious verdicts in an hour than are filed by themselves. File it yourself.';
    case 'failed':
      return `The Investigation was not filed. ${filing.failure.message}`;
    default: {
      const how = filing.adopted ? 'was found in the tracker' : 'was filed';
      const age = ageWords(filing.filedAt, now);
      return `${filing.ref.key} ${how} ${age === 'now' ? 'just now' : `${age} ago`}.`;
    }
  }
}
