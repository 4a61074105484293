import type { Ioc } from '../../../lib/ioc';
import { escape } from '../html';
import { documentOf, type Page, tally } from './page';
import { siemStyle } from './siem-style';

/** A cell: text, or an indicator and the way the console renders it. */
type Cell = string | (Ioc & { readonly html?: string });

const ip = (value: string): Cell => ({ kind: 'ipv4', value });
const six = (value: string): Cell => ({ kind: 'ipv6', value });
const host = (value: string): Cell => ({ kind: 'domain', value });
const md5 = (value: string): Cell => ({ kind: 'md5', value });
/** A search hit inside a value: the console wraps it in an element of its own. */
const hit = (value: string, part: string): Cell => ({
  kind: 'ipv4',
  value,
  html: value.replace(part, `<mark>${part}</mark>`),
});

const c2 = [
  ip('203.0.113.77'),
  '8808',
  host('cdn-sync.badhost.example'),
  md5('b0c1f3f7a3d64c1f9b7e2a5580d1c9e4'),
];
const update = [ip('198.51.100.20'), '443', host('update.vendor.example'), '–'];
const files = [ip('192.0.2.145'), '443', host('files.partner.example'), '–'];
const lure = [hit('198.51.100.61', '100'), '80', host('invoice-portal.example')];
const dns = [six('2001:db8:40::9c1'), '53', host('ns1.hosting.example'), '–'];
const knock = [ip('203.0.113.9'), '22', '–', '–'];
const metrics = [ip('192.0.2.201'), '443', host('metrics.saas.example'), '–'];
const assets = [ip('198.51.100.133'), '443', host('cdn.assets.example'), '–'];

/** Time, source, destination…, user, action: newest first. */
const rows: readonly (readonly Cell[])[] = [
  ['14:09:58.102', ip('10.20.4.31'), ...c2, 'm.okafor', 'allow'],
  ['14:09:41.377', ip('10.20.4.31'), ...update, 'm.okafor', 'allow'],
  ['14:09:12.940', ip('10.20.4.31'), ...c2, 'm.okafor', 'allow'],
  ['14:08:55.016', ip('10.20.7.118'), ...files, 'svc-backup', 'allow'],
  ['14:08:31.664', ip('10.20.9.12'), ...lure, '–', 'j.lindqvist', 'allow'],
  ['14:07:50.009', ip('10.20.2.5'), ...dns, 'dns-fwd', 'allow'],
  [
    '14:07:21.553',
    ip('10.20.9.12'),
    ...lure,
    md5('5f2d1e8a90b74c3ca1de77f0246b83c1'),
    'j.lindqvist',
    'allow',
  ],
  ['14:06:20.771', ip('10.20.3.77'), ...knock, 'root', 'deny'],
  ['14:05:59.038', ip('10.20.3.77'), ...knock, 'root', 'deny'],
  ['14:05:02.115', ip('10.20.4.90'), ...metrics, 'a.haddad', 'allow'],
  ['14:04:11.094', ip('10.20.6.44'), ...assets, 'k.meyer', 'allow'],
];

const heads = [
  '@timestamp',
  'source.ip',
  'destination.ip',
  'port',
  'url.domain',
  'process.hash.md5',
  'user.name',
  'event.action',
];

/** The raw event, each token in an element of its own, a hash broken for the line. */
const raw = `<span class="t">ts=</span><span class="t">1764079798</span> <span class="t">dst=</span>"<span class="t"><span class="t a">203</span>.<span class="t">0</span>.<span class="t">113</span>.<span class="t">77</span></span>" <span class="t">host=</span>"<span class="t">cdn-sync</span>.<span class="t">badhost</span>.<span class="t">example</span>" <span class="t">md5=</span><span class="t">b0c1f3f7a3d64c1f<wbr>9b7e2a5580d1c9e4</span> <span class="t">bytes=</span><span class="t">48213</span>`;
const inRaw: readonly Ioc[] = [
  { kind: 'ipv4', value: '203.0.113.77' },
  { kind: 'domain', value: 'cdn-sync.badhost.example' },
  { kind: 'md5', value: 'b0c1f3f7a3d64c1f9b7e2a5580d1c9e4' },
];

/** What colleagues wrote, defanged as people do. */
const notes = `
<li>Loader from hxxps://cdn-sync[.]badhost[.]example/u/load.bin, calls back to 203[.]0[.]113[.]77:8808.</li>
<li>Its SHA-256 is 6b0f9a53d1c84e7f2a90be13c7d5486e0f31a2b4c69d8e75f01234a6b8c9d7e2.</li>
<li>Lure mail came from billing[@]invoice-portal[.]example; the server was entered by CVE-2021-41773.</li>
<li>Same operator owns AS64501; watch 198.51.100.0/24.</li>`;
const inNotes: readonly Ioc[] = [
  { kind: 'url', value: 'https://cdn-sync.badhost.example/u/load.bin' },
  { kind: 'ipv4', value: '203.0.113.77' },
  { kind: 'sha256', value: '6b0f9a53d1c84e7f2a90be13c7d5486e0f31a2b4c69d8e75f01234a6b8c9d7e2' },
  { kind: 'email', value: 'billing@invoice-portal.example' },
  { kind: 'cve', value: 'CVE-2021-41773' },
  { kind: 'asn', value: 'AS64501' },
  { kind: 'cidr', value: '198.51.100.0/24' },
];

/** Text that nobody reads, or that somebody is writing: none of it is to be marked. */
const silent = `
<p hidden>Collapsed: 203.0.113.201</p>
<div style="display:none">Template: hidden-style.example 203.0.113.202</div>
<span style="visibility:hidden;position:absolute">203.0.113.203</span>
<noscript>203.0.113.204</noscript><template>203.0.113.205</template>
<script type="application/json">{"next":"203.0.113.206"}</script>`;
const editor = `<div class="editor" contenteditable="true" role="textbox" aria-label="New note">Draft: ask about 203.0.113.207 and draft-note.example</div>`;

const cell = (value: Cell, at: number): string => {
  const text = typeof value === 'string' ? escape(value) : (value.html ?? escape(value.value));
  return `<td${at === 3 ? ' class="n"' : ''}>${text}</td>`;
};

const body = `
<header><b>Log search</b><nav><a class="on">Events</a><a>Alerts</a><a>Dashboards</a></nav><span class="who">SOC workspace</span></header>
<form class="query" onsubmit="return false"><input value="event.category:network and source.ip:10.20.0.0/16" aria-label="Query">
<span>Last 15 minutes</span><button type="button" id="search">Search</button></form>
<p class="meta">2,318 events</p>
<div class="scroll"><table><thead><tr>${heads.map((head, at) => `<th${at === 3 ? ' class="n"' : ''}>${head}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</tbody></table></div>
<section class="detail"><div><h2>Event 1 of 2,318</h2><pre class="raw">${raw}</pre></div>
<div><h2>Case notes</h2><ul>${notes}</ul>${editor}</div></section>${silent}`;

/** The Search button renders the rows anew, as consoles do. */
const script = `document.getElementById('search').addEventListener('click', () => {
  const rows = document.querySelector('tbody');
  const fresh = rows.cloneNode(true);
  rows.replaceChildren();
  setTimeout(() => rows.replaceWith(fresh), 120);
});`;

/** A log search with plain, defanged and split indicators, hidden text and an editor. */
export const siem: Page = {
  html: documentOf('Log search', body, siemStyle, script),
  expected: tally([...rows.flat().filter((value) => typeof value !== 'string'), ...inRaw, ...inNotes]),
};
