import type { PluginState } from '../../messages';
import { send } from '../send';
import { safeLink } from '../source-row';
import { FieldRow } from './field-row';
import { fieldsOf } from './form-fields';
import { PluginLists } from './plugin-lists';
import { PluginTest } from './plugin-test';
import { SecretRow } from './secret-row';
import { WhenField } from './when-field';
import { WeightField } from './weight-field';

/** The form of one plug-in, drawn from its schema, with its terms beside the key and its test below. */
export function PluginDetail({ plugin, reload }: { plugin: PluginState; reload(): void }) {
  const save = async (name: string, value: unknown): Promise<string | null> => {
    const reply = await send('plugin.set', { id: plugin.id, settings: { [name]: value } });
    reload();
    return reply.ok ? null : reply.failure.message;
  };
  const keep = async (field: string, value: string): Promise<string | null> => {
    const reply = await send('secret.set', { id: plugin.id, field, value });
    reload();
    return reply.ok ? null : reply.failure.message;
  };
  const fields = fieldsOf(plugin.form);
  return (
    <div class="plugin-detail">
      {plugin.terms === undefined ? null : (
        <p class="terms">
          {plugin.terms.words}{' '}
          <a href={safeLink(plugin.terms.url) ?? undefined} target="_blank" rel="noopener noreferrer">
            Terms of {plugin.name}
          </a>
        </p>
      )}
      {plugin.files.length === 0 ? null : <PluginLists files={plugin.files} />}
      {fields.length === 0 ? (
        <p class="t3">Nothing to set.</p>
      ) : (
        <div class="form-grid">
          {fields.map((field) =>
            field.type === 'secret' ? (
              <SecretRow
                key={field.name}
                field={field}
                set={plugin.secretsSet.includes(field.name)}
                disabled={plugin.managed}
                onSave={keep}
              />
            ) : (
              <FieldRow
                key={field.name}
                field={field}
                settings={plugin.settings}
                disabled={plugin.managed}
                onSave={save}
              />
            ),
          )}
        </div>
      )}
      <WhenField plugin={plugin} reload={reload} />
      <WeightField plugin={plugin} reload={reload} />
      <PluginTest plugin={plugin} onTested={reload} />
    </div>
  );
}
