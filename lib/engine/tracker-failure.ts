import type { Failure } from '../core/failure';

/** Did the request surely not make anything? Everything else (no answer, a cut or strange one) may have. */
export const nothingMade = ({ code }: Failure): boolean =>
  ['not-configured', 'denied', 'refused', 'limited', 'quota', 'rejected', 'missing', 'cancelled'].includes(
    code,
  );

/** Is trying again later worth it, without anybody changing anything? */
export const passes = ({ code }: Failure): boolean =>
  ['limited', 'quota', 'timeout', 'offline', 'server', 'cut-off'].includes(code);

const first = 30_000;
const longest = 15 * 60_000;

/** When to try again after so many failures in a row: 30 s, doubling up to 15 minutes, never before the other side said. */
export const backOff = (failures: number, { retryAt }: Failure, now: number): number =>
  Math.max(now + Math.min(first * 2 ** Math.max(0, failures - 1), longest), retryAt ?? 0);
