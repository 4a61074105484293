import { tlps } from '../../core/tlp';
import type { OptionsState } from '../../messages';
import { FailureNote } from '../notice';
import { send } from '../send';
import { FieldRow } from './field-row';
import type { FormField } from './form-fields';
import { NumberField } from './number-field';
import { useAct } from './use-act';

const fields: readonly FormField[] = [
  {
    name: 'tlp',
    title: 'TLP of what is found',
    description: 'A source that may not see this much is not asked, and its row says so.',
    type: 'choice',
    choices: tlps,
    byDefault: 'green',
  },
  {
    name: 'internalDomains',
    title: 'Internal domains',
    description: 'One a line. corp.example covers mail.corp.example. Never asked about.',
    type: 'lines',
    choices: [],
    byDefault: [],
  },
  {
    name: 'internalRanges',
    title: 'Internal ranges',
    description: 'One a line, as 198.51.100.0/24. Private ranges are covered without being listed.',
    type: 'lines',
    choices: [],
    byDefault: [],
  },
  {
    name: 'askReserved',
    title: 'Ask about documentation ranges and reserved names too',
    description: 'For training and tests. Private addresses are never asked about.',
    type: 'switch',
    choices: [],
    byDefault: false,
  },
];

/** What may leave this browser. */
export function OpsecSection({ options, reload }: { options: OptionsState; reload(): void }) {
  const act = useAct(reload);
  const save = async (name: string, value: unknown): Promise<string | null> => {
    const reply = await send('opsec.set', { [name]: value });
    reload();
    return reply.ok ? null : reply.failure.message;
  };
  return (
    <section id="opsec" aria-labelledby="opsec-title">
      <h2 id="opsec-title">Opsec</h2>
      <p class="lead">Checked before every request. What is withheld is shown as withheld, never as safe.</p>
      <div class="form-grid">
        {fields.map((field) => (
          <FieldRow key={field.name} field={field} settings={options.opsec} disabled={false} onSave={save} />
        ))}
        <NumberField
          label="Enrichments a day from pages that ask by themselves"
          value={options.autoPerDay}
          least={0}
          most={100_000}
          note="Over all sites in the mode “asks what is on screen”; the day is UTC."
          onSave={(autoPerDay) => act.run(send('opsec.set', { autoPerDay }))}
        />
      </div>
      {act.failure === null ? null : <FailureNote failure={act.failure} />}
    </section>
  );
}
