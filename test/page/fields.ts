import { page } from './consoles/console';

/** A form that holds an address in every field; the last number says in which. */
export const form = page(
  `<form><p><label for="incident.short_description">Short description:</label><input
id="incident.short_description" value="Alert on 203.0.113.1" size="40"></p>
<p><input readonly value="203.0.113.2"> <input type="url" value="http://evil-host.com/3"></p>
<textarea id="incident.description" rows="3" cols="60">From 203.0.113.4 to
files.evil-host.com again</textarea>
<p><input type="password" value="203.0.113.101"> <input type="hidden" value="203.0.113.102">
<input autocomplete="one-time-code" value="203.0.113.103"> <input style="display:none" value="203.0.113.104">
<input style="-webkit-text-security:disc" value="203.0.113.105"> <input type="number" value="203">
<textarea style="visibility:hidden">203.0.113.106</textarea> <input style="opacity:0" value="203.0.113.107">
<input id="shown" type="password" value="203.0.113.108"></p>
<p><input id="draft" size="40"> <textarea id="late"></textarea></p></form><div id="host"></div>`,
  'input,textarea{font:14px sans-serif}',
  `const root = document.getElementById('host').attachShadow({ mode: 'closed' });
root.innerHTML = '<input value="203.0.113.5">';
setTimeout(() => { document.getElementById('late').value = '203.0.113.6'; }, 1200);
setTimeout(() => { document.getElementById('shown').type = 'text'; }, 1200);`,
);

/** What is found in it, where the site says that fields are read. */
export const inFields: readonly string[] = [
  'domain|files.evil-host.com',
  'ipv4|203.0.113.1',
  'ipv4|203.0.113.2',
  'ipv4|203.0.113.4',
  'ipv4|203.0.113.5',
  'ipv4|203.0.113.6',
  'url|http://evil-host.com/3',
];
