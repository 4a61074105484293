import { grid, type RowCase } from './row-case';

const ag = (id: string, value: string): string =>
  `<div role="gridcell" class="ag-cell" col-id="${id}">${value}</div>`;

const quick = (field: string, value: string): string =>
  `<td><div id="events_quick_action_hunt_${field}" class="d-inline-block"><span>${value}</span></div></td>`;

const splunk = `<table><tbody><tr class="shared-eventsviewer-list-body-row"><td class="_time"><span class="formated-time"
  data-time-iso="2026-11-20T15:09:58.102+01:00">15:09:58.102</span></td><td class="event"><div class="raw-event"><span
  class="t">nat-source-address=</span>"<span class="t"><span class="t">203</span>.<span class="t">0</span>.113.9</span>"
  <span class="t">source-address=</span>"<span class="t">10.1.2.3</span>" <span class="t">destination-address=</span>"<span
  class="t"><span class="t">198</span>.<span class="t a">51</span>.100.23</span>" destination-port="443"</div>
  <ul><li>host = <a class="f-v" data-field-name="host">192.0.2.10</a></li></ul></td></tr>
  <tr class="shared-eventsviewer-table-body-secondaryrow"><td colspan="2"><div class="json-tree"><span class="key"><span
  class="key-name">aip</span>: <span class="t string" data-path="aip">203.0.113.11</span></span></div></td></tr></tbody></table>`;

export const rows: readonly RowCase[] = [
  {
    name: 'Splunk, a raw event whose tokens are split',
    html: splunk,
    value: '198.51.100.23',
    field: 'destination-address',
    time: '2026-11-20T14:09:58.102Z',
    flow: '10.1.2.3 to 198.51.100.23:443',
  },
  {
    name: 'Splunk, a selected field',
    html: splunk,
    value: '192.0.2.10',
    field: 'host',
    time: '2026-11-20T14:09:58.102Z',
    flow: '10.1.2.3 to 198.51.100.23:443',
  },
  {
    name: 'Splunk, JSON in the row of details under its event',
    html: splunk,
    value: '203.0.113.11',
    field: 'aip',
    time: '2026-11-20T14:09:58.102Z',
  },
  {
    name: 'Kibana, a grid with rows, its time in the display zone',
    html: `<div role="grid"><div role="row">${grid('@timestamp', 1, 'Nov 20, 2026 @ 15:09:41.000')}${grid('source.ip', 1, '10.9.9.9')}</div>
<div role="row">${grid('@timestamp', 0, 'Nov 20, 2026 @ 15:09:58.102')}${grid('source.ip', 0, '10.1.2.3')}${grid('source.port', 0, '51,233')}${grid('destination.ip', 0, '198.51.<mark>100</mark>.23')}${grid('destination.port', 0, '443')}</div></div>`,
    value: '198.51.100.23',
    field: 'destination.ip',
    time: '2026-11-20T14:09:58.102Z assumed',
    flow: '10.1.2.3 to 198.51.100.23:443',
  },
  {
    name: 'Kibana, a grid whose cells have no row around them',
    html: `<div role="grid">${grid('@timestamp', 0, 'Nov 20, 2026 @ 15:09:58.102')}${grid('source.ip', 0, '10.1.2.3')}${grid('@timestamp', 1, 'Nov 20, 2026 @ 15:09:41.000')}${grid('source.ip', 1, '10.9.9.9')}</div>`,
    value: '10.9.9.9',
    field: 'source.ip',
    time: '2026-11-20T14:09:41.000Z assumed',
    flow: '10.9.9.9 to unknown',
  },
  {
    name: 'Kibana, a description list',
    html: `<dl><dt>@timestamp</dt><dd>2026-11-20T14:09:58.102Z</dd><dt>source.ip</dt><dd>203.0.113.78</dd><dt>url.domain</dt><dd>files.evil-host.com</dd></dl>`,
    value: 'files.evil-host.com',
    field: 'url.domain',
    time: '2026-11-20T14:09:58.102Z',
    flow: '203.0.113.78 to unknown',
  },
  {
    name: 'OpenSearch Dashboards, the older table with titles',
    html: `<table><thead><tr><th></th><th>Time</th><th>data.srcip</th><th>full_log</th></tr></thead><tbody><tr><td></td><td>Nov 20, 2026 @ 15:09:58.102</td>
<td><div><span>203.0.113.77</span></div></td><td>Nov 20 15:09:57 web1 sshd[812]: Failed password for root from 203.0.113.9 port 52144</td></tr></tbody></table>`,
    value: '203.0.113.77',
    field: 'data.srcip',
    time: '2026-11-20T14:09:58.102Z assumed',
    flow: '203.0.113.77 to unknown',
  },
  {
    name: 'Sentinel, an ag-Grid with a pinned column and American times in UTC',
    html: `<div role="grid" class="ag-root"><div class="ag-header"><div role="columnheader" col-id="TimeGenerated">TimeGenerated [UTC]</div></div>
<div class="ag-pinned-left"><div role="row" row-index="1">${ag('TimeGenerated', '11/20/2026, 2:09:41.000 PM')}</div><div role="row" row-index="0">${ag('TimeGenerated [UTC]', '11/20/2026, 2:09:58.102 PM')}</div></div>
<div class="ag-center"><div role="row" row-index="1">${ag('SourceIP', '10.9.9.9')}</div><div role="row" row-index="0">${ag('SourceIP', '10.1.2.3')}${ag('DestinationIP', '198.51.100.23')}${ag('DestinationPort', '443')}</div></div></div>`,
    value: '198.51.100.23',
    field: 'DestinationIP',
    time: '2026-11-20T14:09:58.102Z',
    flow: '10.1.2.3 to 198.51.100.23:443',
  },
  {
    name: 'an ARIA grid whose cells and titles carry numbers',
    html: `<div role="grid"><div role="row"><div role="columnheader" aria-colindex="2">Sender</div><div role="columnheader" aria-colindex="1">When (UTC)</div></div>
<div role="row"><div role="gridcell" aria-colindex="2">evil-host.com</div><div role="gridcell" aria-colindex="1">2026-11-20 14:09:58</div></div></div>`,
    value: 'evil-host.com',
    field: 'Sender',
    time: '2026-11-20T14:09:58.000Z',
  },
  {
    name: 'Security Onion, quick-action cells',
    html: `<table><tbody><tr><td>2026-11-20 14:09:58.102 +00:00</td>${quick('source.ip', '10.1.2.3')}${quick('source.port', '51233')}${quick('destination.ip', '198.51.100.23')}</tr></tbody></table>`,
    value: '198.51.100.23',
    field: 'destination.ip',
    time: '2026-11-20T14:09:58.102Z',
    flow: '10.1.2.3:51233 to 198.51.100.23',
  },
  {
    name: 'QRadar, a plain table with titles over two columns',
    html: `<table><thead><tr><th colspan="2">Log Source</th><th>Start Time</th><th>Source IP</th><th>Source Port</th><th>Destination IP</th></tr></thead>
<tbody><tr><td>x</td><td>y</td><td>Nov 20, 2026, 3:09:58 PM</td><td><span><img alt="">203.0.113.77</span></td><td>4000</td><td>10.1.2.3</td></tr></tbody></table>`,
    value: '203.0.113.77',
    field: 'Source IP',
    time: '2026-11-20T14:09:58.000Z assumed',
    flow: '203.0.113.77:4000 to 10.1.2.3',
  },
  {
    name: 'a payload, whose own line tells more than the page',
    html: `<p>Read on 2026-11-24 08:00:00 UTC</p><pre>2026-11-20T14:09:41Z LEEF:1.0|src=10.9.9.9	dst=192.0.2.1
2026-11-20T14:09:58Z LEEF:1.0|src=10.1.2.3	dst=198.51.100.23	srcPort=51233
2026-11-20T14:09:59Z LEEF:1.0|src=10.8.8.8	dst=192.0.2.2</pre>`,
    value: '198.51.100.23',
    field: 'dst',
    time: '2026-11-20T14:09:58.000Z',
    flow: '10.1.2.3:51233 to 198.51.100.23',
  },
  {
    name: 'Suricata’s fast log, a line with an arrow',
    html: `<div>11/20/2026-15:09:58.102 [**] [1:2:3] x [**]<br>2026-11-20 15:09:58 {TCP} 10.1.2.3:51233 -&gt; 198.51.100.23:443<br>next 192.0.2.1</div>`,
    value: '198.51.100.23',
    time: '2026-11-20T14:09:58.000Z assumed',
    flow: '10.1.2.3:51233 to 198.51.100.23:443',
  },
  {
    name: 'Prewikka, a grid whose cells point to their titles',
    html: `<div><table><tr><th id="grid_src" role="columnheader">Source</th><th id="grid_time">Time</th></tr></table></div>
<table><tbody><tr class="jqgrow"><td role="gridcell" aria-describedby="grid_src"><span>203.0.113.77</span></td><td
aria-describedby="grid_time">20/11/2026 15:09:58</td></tr></tbody></table>`,
    value: '203.0.113.77',
    field: 'Source',
    time: '2026-11-20T14:09:58.000Z assumed',
    flow: '203.0.113.77 to unknown',
  },
  {
    name: 'Zendesk, a comment with a time of its own',
    html: `<article><header><time datetime="2026-11-20T10:00:00+01:00">yesterday</time></header><p>old</p></article>
<article><header>Agent <time datetime="2026-11-20T15:09:58+01:00">14 minutes ago</time></header><div class="zd-comment"><p>see 198.51.100.23</p></div></article>`,
    value: '198.51.100.23',
    time: '2026-11-20T14:09:58.000Z',
  },
  {
    name: 'Request Tracker, a custom field and the time of its transaction',
    html: `<div class="transaction"><span class="date">Fri Nov 20 15:09:58 2026</span><div class="message-stanza">IOC: 198.51.100.23<br>x</div></div>`,
    value: '198.51.100.23',
    field: 'IOC',
    time: '2026-11-20T14:09:58.000Z assumed',
  },
  {
    name: 'Salesforce, a layout item',
    html: `<records-record-layout-item field-label="Attacker address"><div><span slot="outputField">198.51.100.23</span></div></records-record-layout-item>`,
    value: '198.51.100.23',
    field: 'Attacker address',
  },
  {
    name: 'a table of names and values',
    html: `<table><tbody><tr><th>Destination:</th><td>198.51.100.23:443</td></tr></tbody></table>`,
    value: '198.51.100.23',
    field: 'Destination',
    flow: 'unknown to 198.51.100.23:443',
  },
  {
    name: 'figures that could be day or month, in a page that is British',
    html: `<table><tbody><tr><td>05/11/2026 15:09:58</td><td>198.51.100.23</td></tr></tbody></table>`,
    lang: 'en-GB',
    value: '198.51.100.23',
    time: '2026-11-05T14:09:58.000Z assumed',
  },
  {
    name: 'nothing, where nothing is said',
    html: '<p>Look at 198.51.100.23 please</p><form><input name="parentNode"><input name="children"><p>x</p></form>',
    value: '198.51.100.23',
  },
  {
    name: 'a form that shadows the DOM, hidden words and scripts',
    html: `<form role="grid"><input name="querySelectorAll"><input name="children"><input name="getRootNode"><div role="row"><div role="cell"><span
hidden>2020-01-01 00:00:00Z</span><script type="text/plain">src=10.0.0.1</script>dst=198.51.100.23</div></div></form>`,
    value: '198.51.100.23',
    field: 'dst',
    flow: 'unknown to 198.51.100.23',
  },
];
