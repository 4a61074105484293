import type { ProviderCase } from './case';

const files = import.meta.glob<ProviderCase>('./*.case.ts', { eager: true, import: 'default' });

/** The cases of each source, by id. */
export const cases: Readonly<Record<string, ProviderCase>> = Object.fromEntries(
  Object.entries(files).map(([path, one]) => [path.slice(2, -'.case.ts'.length), one]),
);
