import { fail, ok, type Result } from '../../lib/core/failure';
import { everySource } from './every-source';
import { trackers } from '../../lib/registry';
import { configurationSchema } from '../../lib/settings';
import { keepSecret } from '../../lib/vault';
import { changeConfiguration, configuration, configurationChanged } from './configuration';
import { secretFields } from './plugins';

/** The configuration as a file. Secrets live in the vault and are not in it. */
export const exportConfiguration = async (): Promise<string> =>
  `${JSON.stringify(await configuration(), null, 2)}\n`;

type Section = Record<string, Record<string, unknown>>;

/**
 * Takes a document over, whole or not at all. A key that somebody wrote into it moves to the vault, so that
 * no later export holds it.
 */
export async function importConfiguration(text: string): Promise<Result<Record<never, never>>> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return fail('rejected', `This file is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const parsed = configurationSchema.safeParse(document);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') ?? '';
    return fail(
      'rejected',
      `Nothing was changed. ${where === '' ? 'The document' : where}: ${issue?.message}`,
    );
  }
  const secrets: { id: string; field: string; value: string }[] = [];
  const sources = withoutSecrets(
    parsed.data.sources,
    everySource(parsed.data.customSources).map(({ plugin }) => plugin),
    secrets,
  );
  const trackerEntries = withoutSecrets(parsed.data.trackers, trackers, secrets);
  for (const { id, field, value } of secrets) await keepSecret(id, field, value);
  await changeConfiguration(() => ({ ...parsed.data, sources, trackers: trackerEntries }));
  configurationChanged();
  return ok({});
}

function withoutSecrets(
  section: Section,
  plugins: readonly { id: string; settings: Parameters<typeof secretFields>[0] }[],
  found: { id: string; field: string; value: string }[],
): Section {
  const entries = Object.entries(section).map(([id, entry]) => {
    const plugin = plugins.find((each) => each.id === id);
    const secret = new Set(plugin === undefined ? [] : secretFields(plugin.settings));
    for (const [field, value] of Object.entries(entry)) {
      if (secret.has(field) && typeof value === 'string') found.push({ id, field, value });
    }
    return [id, Object.fromEntries(Object.entries(entry).filter(([field]) => !secret.has(field)))] as const;
  });
  return Object.fromEntries(entries);
}
