import { consolePage, type Event, events } from './rows';

/** Raw events: a span for each segment of a value, as the search page renders them. */
const segments = (value: string): string =>
  value
    .split('.')
    .map((part) => `<span class="t">${part}</span>`)
    .join('.');

const event = ({ time, source, destination, host, hash }: Event): string => `<tr>
<td class="_time mono"><span data-time-iso="2026-11-20T${time}+00:00">${time}</span></td>
<td><div class="raw-event mono">src=${segments(source)} dst=${segments(destination)} host=${segments(host)}${
  hash === '' ? '' : ` md5=<span class="t">${hash}</span>`
} action=allow</div>
<div class="picked">host = <a class="f-v" data-field-name="host">fw-edge-1</a> &nbsp; sourcetype = <a class="f-v">pan:traffic</a></div></td></tr>`;

/** A search with raw events. */
export const splunk = consolePage(
  '<title>Search | Splunk</title><link rel="icon" href="/static/@9f1/favicon.ico">',
  `body { background: light-dark(#fff, #16181d); color: light-dark(#2b3033, #dfe3e8); }
header { background: #171d21; color: #fff; } header span { color: #aab4bb; }
.bar { border: 1px solid light-dark(#a9b4bd, #4a535c); border-radius: 3px; padding: 8px 12px; }
.when { color: light-dark(#5c6773, #98a3ad); margin: 8px 0; }
table { border-collapse: collapse; inline-size: 100%; } td { padding: 7px 10px; vertical-align: top; border-block-start: 1px solid light-dark(#dde2e6, #2c3239); }
._time { inline-size: 110px; color: light-dark(#5c6773, #98a3ad); } .picked { font-size: 11px; color: light-dark(#5c6773, #98a3ad); }
.f-v { color: light-dark(#006297, #5cb8f0); }`,
  `<header><b>Search</b><span>Datasets</span><span>Reports</span><span>Dashboards</span></header><main><h1>New search</h1>
<div class="bar mono">index=network sourcetype=pan:traffic action=allow</div><p class="when">2,318 events, last 15 minutes</p>
<table><tbody>${events.map(event).join('')}</tbody></table></main>`,
);
