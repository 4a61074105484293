import { type Console, page } from './console';

const row = (type: string, value: string): string =>
  `<tr class="ant-table-row"><td>${type}</td><td><a class="observable-data" href="/cases/~81/observables/~82">${value}</a></td></tr>`;

const rows = [
  row('ip', '203[.]0[.]113[.]77'),
  row('domain', 'cdn[.]evil-host[.]com'),
  row('url', 'hxxps://evil-host[.]com/gate'),
  row('hash', '5f2d1e8a90b74c3ca1de77f0246b83c1'),
].join('');

/** A case: its description is rendered Markdown, its observables arrive late and are written defanged. */
export const thehive: Console = {
  name: 'thehive',
  html: page(
    `<h1>#118 - Beacon from 10.1.2.3</h1><div class="markdown"><p>Seen by <code>198.51.100.23</code>, see
<a href="http://wiki-host.com/118" rel="noopener">http://wiki-host.com/118</a>.</p><ul><li>attacker[@]evil-host[.]com</li>
<li><em>CVE-2024-3094</em></li></ul></div><table><thead><tr><th>Type</th><th>Data</th></tr></thead><tbody id="rows"></tbody></table>
<div class="editor" role="textbox" contenteditable="true">note 203.0.113.200</div>`,
    '',
    `setTimeout(() => { document.getElementById('rows').innerHTML = ${JSON.stringify(rows)}; }, 400);`,
  ),
  expected: [
    'ipv4|10.1.2.3',
    'ipv4|198.51.100.23',
    'url|http://wiki-host.com/118',
    'email|attacker@evil-host.com',
    'cve|CVE-2024-3094',
    'ipv4|203.0.113.77',
    'domain|cdn.evil-host.com',
    'url|https://evil-host.com/gate',
    'md5|5f2d1e8a90b74c3ca1de77f0246b83c1',
  ],
  written: {
    'email|attacker@evil-host.com': 'attacker[@]evil-host[.]com',
    'ipv4|203.0.113.77': '203[.]0[.]113[.]77',
    'domain|cdn.evil-host.com': 'cdn[.]evil-host[.]com',
    'url|https://evil-host.com/gate': 'hxxps://evil-host[.]com/gate',
  },
};
