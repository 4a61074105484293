import { type Console, page } from './console';

const row = (index: number, ...cells: readonly string[]): string =>
  `<div role="row" class="ag-row" aria-rowindex="${index + 2}" style="position:absolute;top:${index * 28}px">${cells
    .map((value, at) => `<div role="gridcell" class="ag-cell" aria-colindex="${at + 1}">${value}</div>`)
    .join('')}</div>`;

const blade = page(
  `<div class="monaco-editor"><div class="view-lines"><div class="view-line"><span><span class="mtk1">|&nbsp;where&nbsp;IP&nbsp;==&nbsp;</span><span
class="mtk5">"203.0.113.200"</span></span></div></div></div>
<div class="ag-root" role="grid"><div class="ag-body" style="position:relative;height:120px">
${row(2, '14:09:12', '203.0.113.79', 'third.evil-host.com')}${row(0, '14:09:58', '203.0.113.77', 'first.evil-host.com')}
${row(1, '14:09:41', '203.0.113.78', 'second.evil-host.com')}</div></div>`,
  `.ag-row{display:flex} .ag-cell{width:140px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}`,
);

/** Logs: results in a frame, as an ag-Grid whose rows stand in another order than in the DOM; a query editor. */
export const sentinel: Console = {
  name: 'sentinel',
  html: page('<h1>Logs</h1><iframe src="/blade" width="700" height="240"></iframe>'),
  files: { '/blade': blade },
  expected: [
    'ipv4|203.0.113.77',
    'ipv4|203.0.113.78',
    'ipv4|203.0.113.79',
    'domain|first.evil-host.com',
    'domain|second.evil-host.com',
    'domain|third.evil-host.com',
  ],
};
