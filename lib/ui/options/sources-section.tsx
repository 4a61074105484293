import { useState } from 'preact/hooks';
import type { PluginState } from '../../messages';
import { send } from '../send';
import { PluginRow } from './plugin-row';
import { switchOn } from './switch-on';

export function SourcesSection({ plugins, reload }: { plugins: readonly PluginState[]; reload(): void }) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section id="sources" aria-labelledby="sources-title">
      <h2 id="sources-title">Sources</h2>
      <p class="lead">The order is also the order of the ticks. Each says what it gets to see.</p>
      <table class="plugins">
        <thead>
          <tr>
            <th scope="col">On</th>
            <th scope="col">Source</th>
            <th scope="col" class="kinds">
              Kinds
            </th>
            <th scope="col">Key</th>
            <th scope="col" class="budget-cell">
              Budget
            </th>
            <th scope="col">State</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {plugins
            .filter(({ shape }) => shape === 'source')
            .map((plugin) => (
              <PluginRow
                key={plugin.id}
                plugin={plugin}
                on={plugin.on}
                open={open === plugin.id}
                reload={reload}
                onOpen={(next) => setOpen(next ? plugin.id : null)}
                onSwitch={(on, act) => {
                  // Straight from the click: the browser asks only then.
                  void act.run(on ? switchOn([plugin]) : send('plugin.set', { id: plugin.id, on }));
                  if (on && plugin.missing !== null) setOpen(plugin.id);
                }}
              />
            ))}
        </tbody>
      </table>
    </section>
  );
}
