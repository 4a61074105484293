import { z } from 'zod';
import { addressFields, keyField, openAddress } from '../core/address';
import type { CustomSource } from './document';

const login = { user: z.string().default('').meta({ title: 'User name' }) };
const key = { key: z.string().default('').meta(keyField) };

/** The settings that a document asks for: its address, and a key or a login where it names one. */
export const settingsOf = ({ auth, baseUrl }: CustomSource) =>
  z.object({
    ...(auth.type === 'basic' ? login : {}),
    ...(auth.type === 'none' ? {} : key),
    ...addressFields(z.string(), z.boolean(), baseUrl),
  });

/** Parsed settings; what a document does not ask for is missing. */
export interface Settings {
  readonly baseUrl: string;
  readonly plainHttp: boolean;
  readonly key?: string;
  readonly user?: string;
}

/** What is still missing, in words. */
export function missingIn({ auth }: CustomSource, settings: Settings): string | null {
  if (settings.baseUrl === '') return 'Needs its address.';
  if (auth.type === 'basic' && settings.user === '') return 'Needs a user name.';
  if (auth.type !== 'none' && settings.key === '') return 'Needs a key.';
  return openAddress.missing(settings);
}
