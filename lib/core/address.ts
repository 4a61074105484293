import type { z } from 'zod';
import { addressProblem, isBaseUrl, notBaseUrl, originPattern, plainHttpField } from './base-url';

interface Address {
  readonly baseUrl: string;
  readonly plainHttp: boolean;
}

/**
 * The settings of a system at one address: `baseUrl` and the switch for plain http. With an empty `standard` (the user's
 * own instance) the field may be empty. `text` and `flag` are `z.string()` and `z.boolean()`, handed in: the page script
 * imports this folder and does without zod.
 */
export const addressFields = (
  text: z.ZodString,
  flag: z.ZodBoolean,
  standard: string,
  meta: { readonly title: string; readonly description?: string } = { title: 'Address' },
) => ({
  baseUrl: text
    .refine((url) => (url === '' && standard === '') || isBaseUrl(url), notBaseUrl)
    .default(standard)
    .meta({ ...meta }),
  plainHttp: flag.default(false).meta(plainHttpField),
});

/** Title and mark of a key's field. */
export const keyField = { title: 'API key', secret: true } as const;

/** What a source needs that is asked at its `baseUrl` alone. */
export const openAddress = {
  origins: ({ baseUrl }: Address): readonly string[] => originPattern(baseUrl),
  missing: ({ baseUrl, plainHttp }: Address): string | null => addressProblem(baseUrl, plainHttp),
} as const;

/** The same for a source that needs a key. */
export const keyedAddress = {
  origins: openAddress.origins,
  missing: (settings: Address & { readonly key: string }): string | null =>
    settings.key === '' ? 'Needs a key.' : openAddress.missing(settings),
} as const;
