/** Longest wait that is believed. A server may ask for a year; we look again after a week. */
const longest = 7 * 24 * 3_600_000;

/**
 * When to ask again, in epoch milliseconds, from a `Retry-After` header: seconds or an HTTP date (RFC 9110, 10.2.3).
 * Undefined when there is none or it is neither.
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(now + Number(text) * 1000, now + longest);
  if (!/^[A-Za-z]{3,9},? .*\d{2}:\d{2}:\d{2}/.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.min(Math.max(date, now), now + longest);
}
