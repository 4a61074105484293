import { grid, type RowCase } from './row-case';

const details = (key: string, value: string): string =>
  `<div role="gridcell" class="ms-DetailsRow-cell" data-automation-key="${key}">${value}</div>`;

/** Rows of alerts that name their fields themselves, and what tickets say around an address. */
export const ticketRows: readonly RowCase[] = [
  {
    name: 'Elastic Security, alerts whose cells name their field',
    html: `<div role="grid"><div role="row">${grid('@timestamp', 0, '<div data-test-subj="render-content-@timestamp">Nov 20, 2026 @ 15:09:58.102</div>')}${grid('source.ip', 0, '<div data-test-subj="render-content-source.ip">10.1.2.3</div>')}${grid('destination.ip', 0, '<div data-test-subj="render-content-destination.ip">198.51.100.23</div>')}${grid('destination.port', 0, '443')}</div></div>`,
    value: '198.51.100.23',
    field: 'destination.ip',
    time: '2026-11-20T14:09:58.102Z assumed',
    flow: '10.1.2.3 to 198.51.100.23:443',
  },
  {
    name: 'Wazuh, an inventory of alerts with the names of its decoders',
    html: `<div role="grid"><div role="row">${grid('timestamp', 0, 'Nov 20, 2026 @ 15:09:58.102')}${grid('agent.ip', 0, '192.0.2.10')}${grid('data.srcip', 0, '198.51.100.23')}${grid('data.srcport', 0, '51233')}${grid('data.dstip', 0, '10.1.2.3')}${grid('data.dstport', 0, '22')}</div></div>`,
    value: '198.51.100.23',
    field: 'data.srcip',
    time: '2026-11-20T14:09:58.102Z assumed',
    flow: '198.51.100.23:51233 to 10.1.2.3:22',
  },
  {
    name: 'Defender, a details list of network events, which calls its sides local and remote',
    html: `<div role="grid"><div role="row">${details('Timestamp', 'Nov 20, 2026 3:09:58 PM')}${details('LocalIP', '10.1.2.3')}${details('LocalPort', '51233')}${details('RemoteIP', '198.51.100.23')}${details('RemotePort', '443')}</div></div>`,
    value: '198.51.100.23',
    field: 'RemoteIP',
    time: '2026-11-20T14:09:58.000Z assumed',
    flow: '10.1.2.3:51233 to 198.51.100.23:443',
  },
  {
    name: 'Prewikka, a row of an alert by the paths of IDMEF',
    html: `<table><tbody><tr class="jqgrow"><td role="gridcell"><span class="selectable" data-field="alert.create_time">2026-11-20 14:09:58 UTC</span></td>
<td role="gridcell"><span class="selectable" data-field="alert.source(0).node.address(0).address">203.0.113.77</span></td><td role="gridcell"><span
class="selectable" data-field="alert.target(0).node.address(0).address">10.1.2.3</span></td><td role="gridcell"><span class="selectable"
data-field="alert.target(0).service.port">22</span></td></tr></tbody></table>`,
    value: '203.0.113.77',
    field: 'alert.source(0).node.address(0).address',
    time: '2026-11-20T14:09:58.000Z',
    flow: '203.0.113.77 to 10.1.2.3:22',
  },
  {
    name: 'Jira, a comment with a time of its own and a line of log in it',
    html: `<div data-testid="issue-comment"><header>A. Analyst <time datetime="2026-11-20T14:09:58.102Z">2 days ago</time></header><div class="ak-renderer-document"><p>src=10.1.2.3 spt=51233 dst=198.51.100.23 dpt=443</p></div></div>`,
    value: '198.51.100.23',
    field: 'dst',
    time: '2026-11-20T14:09:58.102Z',
    flow: '10.1.2.3:51233 to 198.51.100.23:443',
  },
  {
    name: 'ServiceNow, a list of security incidents',
    html: `<table id="sn_si_incident_table"><thead><tr><th>Number</th><th>Opened</th><th>Source IP</th><th>Destination IP</th></tr></thead><tbody><tr><td class="vt">SIR0010001</td><td
class="vt">2026-11-20 15:09:58</td><td class="vt">10.1.2.3</td><td class="vt">198.51.100.23</td></tr></tbody></table>`,
    value: '198.51.100.23',
    field: 'Destination IP',
    time: '2026-11-20T14:09:58.000Z assumed',
    flow: '10.1.2.3 to 198.51.100.23',
  },
  {
    name: 'ServiceNow, a work note in the stream of activities',
    html: `<ul><li class="h-card"><div class="sn-card-component-time"><span>2026-11-20 15:09:58</span></div><span class="sn-widget-textblock-body">Seen 198.51.100.23 at the proxy</span></li></ul>`,
    value: '198.51.100.23',
    time: '2026-11-20T14:09:58.000Z assumed',
  },
  {
    name: 'Redmine, a note whose time stands in a tool tip',
    html: `<div id="change-7" class="journal"><h4>Updated by <a href="/users/1">A. Analyst</a> <a title="2026-11-20 15:09" href="#">2 days</a> ago</h4><div class="wiki"><p>dst=198.51.100.23 dpt=443</p></div></div>`,
    value: '198.51.100.23',
    field: 'dst',
    time: '2026-11-20T14:09:00.000Z assumed',
    flow: 'unknown to 198.51.100.23:443',
  },
];
