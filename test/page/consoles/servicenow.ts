import { type Console, page } from './console';

const form = page(
  `<input id="incident.short_description" value="Alert 203.0.113.200"><textarea id="incident.description">
203.0.113.201</textarea><ul><li class="h-card"><span class="sn-widget-textblock-body">Seen 198.51.100.23 and
hxxp://bad[.]example/x</span></li></ul><table id="incident_table"><tbody><tr><td class="vt">INC001</td><td
class="vt">203.0.113.77</td></tr></tbody></table>`,
);

const script = `
const shell = document.querySelector('macroponent-f51912f4').attachShadow({ mode: 'open' });
shell.innerHTML = '<sn-canvas-appshell-root><sn-canvas-appshell-layout><iframe id="gsft_main" src="/form" width="700" height="170"></iframe></sn-canvas-appshell-layout></sn-canvas-appshell-root><now-level></now-level>';
let host = shell.querySelector('now-level');
for (let depth = 0; depth < 8; depth += 1) {
  const root = host.attachShadow({ mode: depth % 3 === 2 ? 'closed' : 'open' });
  root.innerHTML = '<div><span>level ' + depth + '</span><p>192.0.2.' + (10 + depth) + '</p><now-level></now-level></div>';
  host = root.querySelector('now-level');
  if (root.mode === 'closed') (window.closedRoots ??= []).push(root);
}`;

/** The classic form in a frame in a shadow root; the workspace eight shadow roots deep; values in fields stay out. */
export const servicenow: Console = {
  name: 'servicenow',
  html: page('<macroponent-f51912f4></macroponent-f51912f4>', '', script),
  files: { '/form': form },
  expected: [
    'ipv4|198.51.100.23',
    'url|http://bad.example/x',
    'ipv4|203.0.113.77',
    ...Array.from({ length: 8 }, (_, depth) => `ipv4|192.0.2.${10 + depth}`),
  ],
  written: { 'url|http://bad.example/x': 'hxxp://bad[.]example/x' },
};
