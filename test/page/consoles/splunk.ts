import { type Console, page } from './console';

/** Raw events nest a span per segment; JSON events hold one text node per value; the search bar splits a hash; a cut value stays out. */
export const splunk: Console = {
  name: 'splunk',
  html: page(
    `<div class="search-bar"><pre class="ace_editor"><div class="ace_line">aid=f0778584e83c4efc9cf026bc1e<span
      class="ace_number">7f0489</span> dest=198.51.100.201</div></pre></div>
<table class="events"><tbody>
<tr class="shared-eventsviewer-list-body-row"><td class="_time"><span class="formated-time"
  data-time-iso="2026-11-20T14:09:58.102+00:00">14:09:58.102</span></td><td class="event">
<div class="raw-event normal wrap"><span class="t">nat-source-address=</span>"<span class="t"><span class="t a">2600</span>:<span
  class="t a">387</span>:<span class="t a">8</span>:<span class="t a">f</span>:0:0:0:<span class="t a">a5</span></span>"
<span class="t"><span class="t">198</span>.<span class="t">51</span>.<span class="t a">100</span>.<span class="t">23</span></span>
 <span class="t">url=<span class="t">http</span>://<span class="t"><span class="t">evil-host</span>.<span
  class="t">com</span></span>/<span class="t">gate</span>.<span class="t">php</span></span>
 <span class="t">md5=<span class="t">b0c1f3f7a3d64c1f9b7e2a5580d1c9e4</span></span></div>
<ul class="condensed-selected-fields"><li><span class="field">host = </span><a class="f-v" data-field-name="host"
  title="203.0.113.10">203.0.113.10</a></li><li><span class="field">uri = </span><a class="f-v" data-field-name="uri"
  title="http://evil-host.com/update/check.php?id=4711">http://evil-host.com/update/ch…</a></li><li><a class="f-v"
  data-field-name="other" title="another tool tip">http://evil-host.com/cut/he…</a></li></ul></td></tr>
<tr><td class="_time">14:09:57</td><td class="event"><div class="raw-event normal wrap" style="display:none">aip 203.0.113.250</div>
<div class="json-tree shared-jsontree"><span>{</span><br>&nbsp;&nbsp;<span class="key level-1"><span
  class="key-name">aip</span>: <span class="t string" data-path="aip">203.0.113.11</span></span>,<br>&nbsp;&nbsp;<span
  class="key level-1"><span class="key-name">DomainName</span>: <span class="t string"
  data-path="DomainName">cdn.evil-host.com</span></span><br><span>}</span></div></td></tr>
<tr><td class="_time">14:09:56</td><td class="event"><div class="raw-event normal wrap">dst=192.0.2.145 hash=9f86d081884c7d659a2feaa0…<a
  class="showinline">Show all 24 lines</a></div></td></tr></tbody></table>
<table class="table table-chrome"><thead><tr><th>dest</th><th>count</th></tr></thead><tbody><tr><td>203.0.113.12</td><td
  class="numeric">41</td></tr></tbody></table>`,
    '.t:hover{background:#eee} .ace_editor{height:24px;border:1px solid #ccc}',
  ),
  expected: [
    'ipv6|2600:387:8:f::a5',
    'ipv4|198.51.100.23',
    'url|http://evil-host.com/gate.php',
    'md5|b0c1f3f7a3d64c1f9b7e2a5580d1c9e4',
    'ipv4|203.0.113.10',
    'ipv4|203.0.113.11',
    'domain|cdn.evil-host.com',
    'ipv4|192.0.2.145',
    'ipv4|203.0.113.12',
  ],
  linked: ['url|http://evil-host.com/update/check.php?id=4711'],
  written: {
    'ipv6|2600:387:8:f::a5': '2600:387:8:f:0:0:0:a5',
    'url|http://evil-host.com/update/check.php?id=4711': 'http://evil-host.com/update/ch',
  },
};
