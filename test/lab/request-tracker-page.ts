import type { Desk } from './request-tracker-create';
import { escape } from './html';
import type { Entry, Ticket } from './tickets';

/**
 * Ticket/Display.html in the structure of RT 5.0.3: the title repeats the subject, custom fields have a hidden
 * editable copy, and the history comes by a second request after the page is there.
 */
export function ticketPage(desk: Desk, ticket: Ticket): string {
  const title = `#${ticket.id}: ${escape(ticket.subject)}`;
  const rows = [
    ['Id', String(ticket.id)],
    ['Status', ticket.status],
    ['Priority', String(ticket.priority)],
    ['Queue', ticket.queue],
    ['Created', ticket.created],
    ['Requestors', ticket.requestors.join(', ') || ticket.creator],
  ].map(([label = '', value = '']) => row(label, value));
  const custom = desk.fields.map(
    (name) =>
      `${row(name, (ticket.fields.get(name) ?? []).join(', '))}
       <div class="inline-edit-form"><textarea>${escape((ticket.fields.get(name) ?? []).join('\n'))}</textarea></div>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head>
<body class="elevator-light" id="comp-Ticket-Display">
<div id="header"><span id="logo">Request Tracker</span><h1>${title}</h1></div>
<input type="hidden" name="Subject" value="${escape(ticket.subject)}">
<main><section class="titlebox"><h2>The Basics</h2>${rows.join('')}</section>
<section class="titlebox"><h2>Custom Fields</h2>${custom.join('')}</section>
<section class="titlebox wide"><h2>History</h2>
<div class="history ticket" id="ticket-${ticket.id}-history">Loading...</div></section></main>
<script>
fetch('/Helpers/TicketHistory?id=${ticket.id}').then((answer) => answer.text()).then((html) => {
  document.getElementById('ticket-${ticket.id}-history').innerHTML = html;
});
</script></body></html>`;
}

/** What Helpers/TicketHistory answers. */
export const historyFragment = (ticket: Ticket): string =>
  `<div class="history-container">${ticket.history.map((entry) => transaction(entry)).join('')}</div>`;

const words = { Create: 'Ticket created', Comment: 'Comments added', Correspond: 'Correspondence added' };

function transaction(entry: Entry): string {
  const html = entry.contentType === 'text/html';
  const body = html
    ? entry.content.replaceAll(/<\/?(?:script|style|iframe)[^>]*>/gi, '')
    : escape(entry.content).replaceAll('\n', '<br />');
  return `<div class="transaction Ticket-transaction message" data-transaction-id="${entry.id}">
<div class="metadata"><span class="date">${entry.at}</span>
<span class="description"><span class="user">${escape(entry.creator)}</span> - ${words[entry.type]}</span></div>
<div class="content"><div class="messagebody"><div class="message-stanza">${body}</div></div></div></div>`;
}

const row = (label: string, value: string): string =>
  `<div class="form-row"><span class="label">${escape(label)}:</span> <span class="value">${escape(value)}</span></div>`;

const style = `
body { margin: 0; font: 14px/1.5 system-ui, sans-serif; color: #23272b; background: #eff1f3; }
#header { background: #fff; border-bottom: 1px solid #d3d8dd; padding: 12px 20px; }
#logo { color: #5c6670; font-weight: 600; } h1 { font-size: 18px; margin: 4px 0 0; overflow-wrap: anywhere; }
main { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; padding: 16px 20px; }
.titlebox { background: #fff; border: 1px solid #d3d8dd; border-radius: 4px; padding: 0 16px 12px; min-width: 0; }
.wide { grid-column: 1 / -1; } h2 { font-size: 14px; border-bottom: 1px solid #e4e7ea; padding: 8px 0; margin: 0 0 8px; }
.form-row { display: grid; grid-template-columns: 110px 1fr; } .label { color: #5c6670; }
.value { overflow-wrap: anywhere; } .inline-edit-form { display: none; }
.metadata { color: #5c6670; font-size: 12px; margin-top: 12px; } .message-stanza { overflow-wrap: anywhere; }
.message-stanza.closed { display: none; } table { border-collapse: collapse; }
td, th { border: 1px solid #d3d8dd; padding: 2px 8px; text-align: start; } pre { white-space: pre-wrap; }`;
