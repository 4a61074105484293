import { consolePage, type Event, events } from './rows';

const columns = ['@timestamp', 'source.ip', 'destination.ip', 'url.domain', 'file.hash.md5'] as const;

const cells = ({ time, source, destination, host, hash }: Event): readonly string[] => [
  `Nov 20, 2026 @ ${time}`,
  source,
  destination,
  host,
  hash === '' ? '–' : hash,
];

const row = (event: Event, at: number): string =>
  `<div role="row" class="euiDataGridRow">${cells(event)
    .map(
      (
        value,
        column,
      ) => `<div role="gridcell" class="euiDataGridRowCell" data-gridcell-column-id="${columns[column]}"
data-gridcell-visible-row-index="${at}"><span class="unifiedDataTable__cellValue mono">${value}</span></div>`,
    )
    .join('')}</div>`;

/** Discover, with its data grid. */
export const kibana = consolePage(
  '<title>Discover - Elastic</title><kbn-injected-metadata></kbn-injected-metadata>',
  `body { background: light-dark(#fff, #141519); color: light-dark(#343741, #dfe5ef); }
header { background: light-dark(#fff, #1d1e24); border-block-end: 1px solid light-dark(#d3dae6, #343741); } header span { color: light-dark(#69707d, #98a2b3); }
.bar { display: flex; gap: 8px; margin-block: 12px; } .bar div { border: 1px solid light-dark(#d3dae6, #4a4d57); border-radius: 4px; padding: 8px 12px; } .bar div:first-child { flex: 1; }
.tab { font-weight: 600; border-block-end: 2px solid light-dark(#0b64dd, #61a2ff); display: inline-block; padding-block: 6px; }
[role=row] { display: grid; grid-template-columns: 214px 96px 134px 226px 1fr; border-block-end: 1px solid light-dark(#e3e8f2, #2b2c33); }
[role=columnheader] { font-weight: 600; font-size: 12px; } [role=row] > * { padding: 6px 8px; white-space: nowrap; overflow: hidden; }
.head { background: light-dark(#f6f9fc, #1d1e24); }`,
  `<header><b>Discover</b><span>Security network events</span></header><main><div class="bar"><div class="mono">event.category : network</div><div>Last 15 minutes</div></div>
<span class="tab">Documents (2,318)</span><div role="grid" class="euiDataGrid"><div role="row" class="head">${columns
    .map((name) => `<div role="columnheader">${name}</div>`)
    .join('')}</div>${events.map(row).join('')}</div></main>`,
);
