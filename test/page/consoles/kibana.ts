import { type Console, page } from './console';

const cell = (column: string, row: number, value: string): string =>
  `<div role="gridcell" class="euiDataGridRowCell" data-gridcell-column-id="${column}"
data-gridcell-visible-row-index="${row}"><div class="euiDataGridRowCell__content eui-textTruncate"><span
class="unifiedDataTable__cellValue">${value}</span></div><p class="emotion-euiScreenReaderOnly" hidden>- ${column},
column 1, row ${row}</p></div>`;

const row = (index: number, ...cells: readonly string[]): string =>
  `<div role="row" class="euiDataGridRow" style="position:absolute;top:${index * 40}px;left:0;right:0">${cells.join('')}</div>`;

/** Discover: a virtual grid whose search hits split values, and description lists with inline `dt` and `dd`. */
export const kibana: Console = {
  name: 'kibana',
  html: page(
    `<div role="grid" class="euiDataGrid" style="position:relative;height:140px">
<div role="row"><div role="columnheader">source.ip</div><div role="columnheader">url.domain</div></div>
${row(1, cell('source.ip', 0, '198.51.<mark class="ffSearch__highlight">100</mark>.23'), cell('url.domain', 0, 'evil-host.com'))}
${row(2, cell('source.ip', 1, '203.0.113.77'), cell('url.domain', 1, '<mark class="ffSearch__highlight">cdn</mark>.evil-host.com'))}
</div><dl data-test-subj="discoverCellDescriptionList" data-type="inline"><dt
class="title">source.ip</dt><dd class="description">203.0.113.78</dd><dt
class="title">url.domain</dt><dd class="description">files.evil-host.com</dd><dt
class="title">file.hash.md5</dt><dd class="description">5f2d1e8a90b74c3ca1de77f0246b83c1</dd></dl>
<div class="monaco-editor"><div class="view-lines"><div class="view-line"><span>source.ip: 203.0.113.200</span></div></div></div>
<p class="euiScreenReaderOnly">Row 1 of 203.0.113.201</p>`,
    `.euiDataGridRow{display:flex} .euiDataGridRowCell{width:220px;overflow:hidden} dt,dd{display:inline;margin:0}
.euiScreenReaderOnly{position:absolute;left:-10000px;top:auto;width:1px;height:1px;clip:rect(0,0,0,0);overflow:hidden}
.monaco-editor{height:20px} [role=columnheader]{display:inline-block;width:220px}`,
  ),
  expected: [
    'ipv4|198.51.100.23',
    'domain|evil-host.com',
    'ipv4|203.0.113.77',
    'domain|cdn.evil-host.com',
    'ipv4|203.0.113.78',
    'domain|files.evil-host.com',
    'md5|5f2d1e8a90b74c3ca1de77f0246b83c1',
  ],
};
