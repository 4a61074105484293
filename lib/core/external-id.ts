import type { Ioc } from '../ioc';
import { keyOf } from './enrichment';

/**
 * Names the Investigation of an indicator, the same in every browser of the team: `sightline-` and the first 16 hex
 * digits of SHA-256 over `kind|value`. `nth` counts Investigations of the same indicator, each after the one before was
 * closed: the second ends in `-2`.
 */
export async function externalId(ioc: Ioc, nth = 1): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(keyOf(ioc)));
  const hex = Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return nth > 1 ? `sightline-${hex}-${nth}` : `sightline-${hex}`;
}
