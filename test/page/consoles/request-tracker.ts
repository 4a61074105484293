import { type Console, page } from './console';

const history = `<div class="message-stanza">Alert: outbound to 198.51.100.23:443 from 10.1.2.3<br />URL <span
class="clickylink"><a target="_blank" href="http://evil-host.com/p.php?id=1&amp;x=2">http://evil-host.com/p.php?id=1&amp;x=2</a></span>
defanged hxxps://bad[.]example/a<br />md5 b0c1f3f7a3d64c1f9b7e2a5580d1c9e4<br /></div>
<div class="message-stanza closed">&gt; quoted 203.0.113.200<br /></div>
<div class="html-mail"><a href="http://nested.evil-host.com/x"><span class="clickylink"><a
href="http://nested.evil-host.com/x">http://nested.evil-host.com/x</a></span></a></div>`;

/** The history arrives after the page; quoted text is folded; a hidden form repeats the values in fields. */
export const requestTracker: Console = {
  name: 'request-tracker',
  html: page(
    `<h1>#17: Beacon from 10.1.2.3</h1><div id="history">Loading...</div>
<ul><li class="custom-field"><span class="label">IOC:</span><span class="value">203.0.113.77</span></li></ul>
<form class="inline-edit" style="display:none"><textarea>203.0.113.201</textarea><input name="Subject"
value="203.0.113.202"></form>
<table><tbody><tr><td><form><input type="hidden" name="Subject" value="203.0.113.203"></form><a
href="/Ticket/Display.html?id=18">Scan from 203.0.113.9</a></td></tr></tbody></table>`,
    '.message-stanza.closed{display:none}',
    `setTimeout(() => { document.getElementById('history').innerHTML = ${JSON.stringify(history)}; }, 300);`,
  ),
  expected: [
    'ipv4|10.1.2.3',
    'ipv4|198.51.100.23',
    'url|http://evil-host.com/p.php?id=1&x=2',
    'url|https://bad.example/a',
    'md5|b0c1f3f7a3d64c1f9b7e2a5580d1c9e4',
    'url|http://nested.evil-host.com/x',
    'ipv4|203.0.113.77',
    'ipv4|203.0.113.9',
  ],
  written: { 'url|https://bad.example/a': 'hxxps://bad[.]example/a' },
};
