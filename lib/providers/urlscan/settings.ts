import { z } from 'zod';
import { addressFields, keyField } from '../../core/address';

export const settings = z.object({
  key: z
    .string()
    .default('')
    .meta({ ...keyField, description: 'Search answers without one too, less often. Submitting needs one.' }),
  ...addressFields(z.string(), z.boolean(), 'https://urlscan.io'),
  perDay: z.int().min(1).default(1000).meta({
    title: 'Searches a day that your key allows',
    description: 'Shown under Settings & API of your account there.',
  }),
});

/** The shape of urlscan's settings. */
export type UrlscanSettings = typeof settings;
