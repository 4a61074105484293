import type { HttpAnswer } from './http';
import type { Quota } from './plugin';

const minute = 60_000;
const windows: Readonly<Record<string, Quota['per']>> = {
  minute,
  hour: 60 * minute,
  day: 'day',
  month: 'month',
};

/** A whole number as a header carries it; NaN for anything else. */
const whole = (text: string | null): number =>
  text !== null && /^\d{1,15}$/.test(text.trim()) ? Number(text) : NaN;

function quota(per: Quota['per'], of: number, left: number, resetsAt: number): readonly Quota[] {
  if (Number.isNaN(of) || Number.isNaN(left)) return [];
  return [{ per, of, left, ...(Number.isNaN(resetsAt) ? {} : { resetsAt }) }];
}

/** `X-RateLimit-Limit`, `-Remaining` and `-Reset` (epoch seconds), for the window that the source documents. */
export const rateLimit = ({ headers }: HttpAnswer, per: Quota['per']): readonly Quota[] =>
  quota(
    per,
    whole(headers.get('X-RateLimit-Limit')),
    whole(headers.get('X-RateLimit-Remaining')),
    whole(headers.get('X-RateLimit-Reset')) * 1000,
  );

/** urlscan's `X-Rate-Limit-*` (docs.urlscan.io, "API Rate Limits"): the window that is nearest to its end, by name. */
export function namedRateLimit({ headers }: HttpAnswer): readonly Quota[] {
  const per = windows[headers.get('X-Rate-Limit-Window') ?? ''];
  if (per === undefined) return [];
  return quota(
    per,
    whole(headers.get('X-Rate-Limit-Limit')),
    whole(headers.get('X-Rate-Limit-Remaining')),
    Date.parse(headers.get('X-Rate-Limit-Reset') ?? ''),
  );
}

/**
 * Hybrid Analysis' `Api-Limits`, as its own client reads it (PayloadSecurity/VxAPI): JSON with what each window allows and
 * what is used of it. Nothing for a key without limits.
 */
export function apiLimits({ headers }: HttpAnswer): readonly Quota[] {
  const told = recordIn(headers.get('Api-Limits'));
  const used = recordOf(told['used']);
  return Object.entries(recordOf(told['limits'])).flatMap(([window, of]) => {
    const per = windows[window];
    const spent = used[window];
    if (per === undefined || typeof of !== 'number' || typeof spent !== 'number') return [];
    return [{ per, of, left: Math.max(0, of - spent) }];
  });
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function recordIn(text: string | null): Readonly<Record<string, unknown>> {
  try {
    return recordOf(JSON.parse(text ?? 'null'));
  } catch {
    return {};
  }
}
