import { type Console, page } from './console';

const script = `
for (const [tag, html] of [
  ['lightning-formatted-text', 'Seen 198.51.100.23\\nthen\\n203.0.113.77'],
  ['lightning-formatted-url', '<a href="http://evil-host.com/a">http://evil-host.com/a</a>'],
]) for (const host of document.querySelectorAll(tag)) host.attachShadow({ mode: 'open' }).innerHTML = html;`;

/** Native shadow roots hold the values; a console tab that is not in front keeps its text mounted. */
export const salesforce: Console = {
  name: 'salesforce',
  html: page(
    `<records-record-layout-item field-label="Description"><span slot="outputField"><lightning-formatted-text
style="white-space:pre-wrap"></lightning-formatted-text></span></records-record-layout-item>
<records-record-layout-item field-label="URL"><lightning-formatted-url></lightning-formatted-url></records-record-layout-item>
<div class="tabContent">5f2d1e8a90b74c3ca1de77f0246b83c1</div><div class="tabContent hidden">203.0.113.200</div>
<iframe srcdoc="<p>Mail: 192.0.2.145</p>" width="300" height="60"></iframe>`,
    '.tabContent.hidden{display:none}',
    script,
  ),
  expected: [
    'ipv4|198.51.100.23',
    'ipv4|203.0.113.77',
    'url|http://evil-host.com/a',
    'md5|5f2d1e8a90b74c3ca1de77f0246b83c1',
    'ipv4|192.0.2.145',
  ],
  inRoot: ['198.51.100.23', '203.0.113.77'],
};
