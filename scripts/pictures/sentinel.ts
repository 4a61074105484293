import { consolePage, type Event, events } from './rows';

const columns = ['TimeGenerated [UTC]', 'SourceIP', 'DestinationIP', 'DestinationHostName', 'FileHash'];

const row = ({ time, source, destination, host, hash }: Event, at: number): string =>
  `<div role="row" class="ag-row" aria-rowindex="${at + 2}" style="inset-block-start:${(at + 1) * 30}px">${[
    `11/20/2026, ${time.slice(0, 8)}`,
    source,
    destination,
    host,
    hash,
  ]
    .map(
      (value, column) =>
        `<div role="gridcell" class="ag-cell" aria-colindex="${column + 1}" col-id="${columns[column]}">${value}</div>`,
    )
    .join('')}</div>`;

/** The results of a query: an ag-Grid with its rows placed one by one, in a frame of the portal. */
export const sentinelBlade = consolePage(
  '<title>Logs</title>',
  `body { background: light-dark(#fff, #1b1a19); color: light-dark(#292827, #f3f2f1); }
.query { border: 1px solid light-dark(#d2d0ce, #484644); margin: 0 20px; padding: 8px 12px; } .tab { display: inline-block; margin: 10px 20px; padding-block-end: 4px; border-block-end: 2px solid light-dark(#0078d4, #2899f5); font-weight: 600; }
.kw { color: light-dark(#0000ff, #569cd6); } .ag-root { position: relative; margin: 0 20px; } .ag-row { position: absolute; inset-inline: 0; display: grid; grid-template-columns: 170px 110px 140px 226px 1fr; border-block-end: 1px solid light-dark(#edebe9, #323130); }
.ag-cell { line-height: 29px; padding-inline: 8px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .ag-header { inset-block-start: 0; font-weight: 600; background: light-dark(#faf9f8, #252423); }`,
  `<div class="query mono"><span class="kw">CommonSecurityLog</span><br>| <span class="kw">where</span> DeviceAction == "allow" | <span class="kw">project</span> TimeGenerated, SourceIP, DestinationIP, DestinationHostName, FileHash</div>
<span class="tab">Results</span><div class="ag-root" role="grid"><div role="row" class="ag-row ag-header">${columns
    .map((name) => `<div role="columnheader" class="ag-cell">${name}</div>`)
    .join('')}</div>${events.map(row).join('')}</div>`,
);

/** Logs, in its portal. */
export const sentinel = consolePage(
  '<title>Microsoft Sentinel | Logs - Microsoft Azure</title>',
  `body { background: light-dark(#fff, #1b1a19); color: light-dark(#292827, #f3f2f1); } header { background: #0f5c9a; color: #fff; }
h1 { margin-inline-start: 20px; } iframe { display: block; border: 0; inline-size: 100%; block-size: 640px; color-scheme: light dark; }`,
  '<header><b>Microsoft Azure</b></header><h1>Logs</h1><iframe src="/blade" title="Results"></iframe>',
);
