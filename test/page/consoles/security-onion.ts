import { type Console, page } from './console';

const cell = (field: string, value: string): string =>
  `<td><div id="events_quick_action_hunt_${field}" class="quick-action-trigger d-inline-block"><span>${value}</span></div></td>`;

/** Quick-action cells side by side; a resolved name hangs behind its address. */
export const securityOnion: Console = {
  name: 'security-onion',
  html: page(
    `<table><tbody><tr>${cell('source.ip', '198.51.100.23<span class="resolved-host"><br/>- c2.evil-host.com</span>')}${cell('destination.ip', '203.0.113.77')}${cell('destination.port', '443')}</tr>
<tr><td class="expansion" colspan="3"><div class="quick-action-trigger expansion hardwrap">{"hash":
"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}</div></td></tr></tbody></table>
<div class="prism-editor"><textarea spellcheck="false">198.51.100.200</textarea></div>`,
    'td{padding:0;border:0} table{border-spacing:0} .d-inline-block{display:inline-block}',
  ),
  expected: [
    'ipv4|198.51.100.23',
    'domain|c2.evil-host.com',
    'ipv4|203.0.113.77',
    'sha256|9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ],
};
