/** Everything that can go wrong between us and another system. The list is closed: each code has its words. */
const failureCodes = [
  'not-configured', // a setting or a key is missing
  'denied', // the browser has no grant for the origin
  'refused', // 401, 403, or a login page: the key or the user is wrong
  'limited', // 429: come back later
  'quota', // the day's (or week's) budget is spent
  'timeout',
  'offline', // no connection, unknown host, refused connection, certificate error
  'redirected', // sent elsewhere; keys are never carried along
  'too-large',
  'bad-answer', // HTML, cut JSON, or not the documented shape
  'rejected', // the other side says that what we sent is wrong
  'missing', // 404 where something should be
  'server', // 5xx
  'cut-off', // the browser stopped the request twice
  'cancelled',
] as const;

export type FailureCode = (typeof failureCodes)[number];

export interface Failure {
  readonly code: FailureCode;
  /** What happened, then what to do. Never holds a key. */
  readonly message: string;
  /** Epoch milliseconds before which asking again is pointless. */
  readonly retryAt?: number;
  readonly status?: number;
  /** Match pattern that a person may allow in the browser, after which asking again may succeed. */
  readonly grant?: string;
}

/** A value or a failure. Thrown errors do not survive a message channel or a database; this does. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (code: FailureCode, message: string, more: Omit<Failure, 'code' | 'message'> = {}) =>
  ({ ok: false, failure: { code, message, ...more } }) as const;
