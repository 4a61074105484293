import { type Console, page } from './console';

const field = (name: string, value: string): string =>
  `<div role="gridcell" class="euiDataGridRowCell" data-gridcell-column-id="${name}"><div class="euiDataGridRowCell__content"><div
data-test-subj="formatted-field-${name}"><span data-test-subj="render-content-${name}">${value}</span></div></div><p
class="emotion-euiScreenReaderOnly" hidden>- ${name}, column 2, row 1</p></div>`;

/** Alerts: cells that can be dragged, and an event told as a sentence of draggable words. */
export const elasticSecurity: Console = {
  name: 'elastic-security',
  html: page(
    `<div role="grid" class="euiDataGrid"><div role="row" class="euiDataGridRow">${field('source.ip', '198.51.100.23')}${field('destination.ip', '203.0.113.77')}${field('file.hash.sha256', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08')}</div></div>
<div class="reason"><span>connection to</span><span class="drag" tabindex="-1"><span data-test-subj="draggable"><span
data-test-subj="render-content-url.domain">cdn.evil-host.com</span></span><span class="euiScreenReaderOnly">Press enter for
options about 203.0.113.200, or press space to begin dragging.</span></span><span>by</span><span class="drag">10.1.2.3</span></div>`,
    `.euiDataGridRow{display:flex} .euiDataGridRowCell{padding:2px 6px} .reason{display:flex;gap:4px}
.euiScreenReaderOnly{position:absolute;left:-10000px;top:auto;width:1px;height:1px;clip:rect(0,0,0,0);overflow:hidden}`,
  ),
  expected: [
    'ipv4|198.51.100.23',
    'ipv4|203.0.113.77',
    'sha256|9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'domain|cdn.evil-host.com',
    'ipv4|10.1.2.3',
  ],
};
