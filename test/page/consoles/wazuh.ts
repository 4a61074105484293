import { type Console, page } from './console';

/** OpenSearch Dashboards: cells of the older table, a source list of inline pairs, a duplicate header for phones. */
export const wazuh: Console = {
  name: 'wazuh',
  html: page(
    `<table data-test-subj="docTable"><tbody><tr><td class="osdDocTableCell__dataField eui-textBreakAll"><div
class="truncate-by-height"><span ng-non-bindable>198.51.100.23</span></div></td><td
class="osdDocTableCell__dataField"><div class="truncate-by-height"><span>Nov 20 sshd[812]: Failed password for root
from 203.0.113.9 port 52144 ssh2</span></div></td></tr>
<tr><td colspan="2"><dl class="source truncate-by-height"><dt>data.srcip:</dt><dd><span>203.0.113.77</span></dd><dt>data.url:</dt><dd><span>evil-host.com/a</span></dd></dl></td></tr></tbody></table>
<table class="euiTable"><tbody><tr class="euiTableRow"><td class="euiTableRowCell"><div
class="euiTableRowCell__mobileHeader">192.0.2.250</div><div class="euiTableCellContent"><span>192.0.2.145</span></div></td><td><div
class="euiTableCellContent"><span>CVE-2024-3094</span></div></td></tr></tbody></table>
<table class="osdDocViewerTable"><tbody><tr><td class="osdDocViewer__field"><span>GeoLocation.ip</span></td><td><div
class="osdDocViewer__value" data-test-subj="tableDocViewRow-data.dstip-value"><span ng-non-bindable>203.0.113.<mark>78</mark></span></div></td></tr></tbody></table>`,
    'dl.source dt, dl.source dd{display:inline;margin:0} .euiTableRowCell__mobileHeader{display:none}',
  ),
  expected: [
    'ipv4|198.51.100.23',
    'ipv4|203.0.113.9',
    'ipv4|203.0.113.77',
    'domain|evil-host.com',
    'ipv4|192.0.2.145',
    'cve|CVE-2024-3094',
    'ipv4|203.0.113.78',
  ],
};
