import { type Console, page } from './console';

const cell = (key: string, value: string): string =>
  `<div role="gridcell" class="ms-DetailsRow-cell" data-automation-key="${key}"><span class="cellText-412">${value}</span></div>`;

const row = (index: number, ip: string, url: string): string =>
  `<div role="presentation" class="ms-List-cell" data-list-index="${index}"><div role="row" class="ms-DetailsRow"
data-automationid="DetailsRow">${cell('time', 'Nov 20, 2026 2:09 PM')}${cell('ip', ip)}${cell('url', url)}</div></div>`;

/** Incidents: a details list with hashed class names, and a side panel in a layer at the end of the body. */
export const defender: Console = {
  name: 'defender',
  html: page(
    `<div role="grid" class="ms-DetailsList">${row(0, '203.0.113.77', 'evil-host.com')}${row(1, '198.51.100.23', '<span class="highlight">cdn</span>.evil-host.com')}</div>
<div aria-hidden="true" style="visibility:hidden" class="ms-measure">203.0.113.200</div>
<div class="ms-Layer"><div role="dialog" class="ms-Panel"><dl><dt>File</dt><dd>update.exe</dd><dt>SHA1</dt><dd
class="mono">2fd4e1c67a2d28fced849ee1bb76e7391b93eb12</dd><dt>Remote IP</dt><dd>192.0.2.145</dd></dl></div></div>`,
    `.ms-DetailsRow{display:flex} .ms-DetailsRow-cell{width:200px} .ms-Panel{position:fixed;right:16px;top:16px;width:420px;background:#fff}
dd{margin:0}`,
  ),
  expected: [
    'ipv4|203.0.113.77',
    'domain|evil-host.com',
    'ipv4|198.51.100.23',
    'domain|cdn.evil-host.com',
    'sha1|2fd4e1c67a2d28fced849ee1bb76e7391b93eb12',
    'ipv4|192.0.2.145',
  ],
};
