import { page } from '../consoles/console';
import { address, type Hostile, hostile, ioc } from './hostile';

const anew = `setTimeout(() => {
  document.open();
  document.write('<!doctype html><body style="font:14px/22px sans-serif"><p id="ioc">seen ${address}</p>');
  document.close();
}, 800);`;

const removes = (times: string) => `let left = ${times};
new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes)
    if (node.localName === 'aside' && left > 0) { left -= 1; node.remove(); }
}).observe(document.documentElement, { childList: true });`;

/** Pages that take away what is added to them, replace themselves, or forbid everything. */
export const documents: readonly Hostile[] = [
  hostile('removes what is added to it, three times', removes('3')),
  { ...hostile('removes what is added to it, always', removes('Infinity')), cardless: true },
  hostile(
    'removes the host element every half a second',
    `setInterval(() => document.querySelector('[data-sightline]')?.remove(), 500);`,
  ),
  hostile(
    'moves the host element, three times, and gives it attributes, six times',
    `let left = 3;
setInterval(() => { for (const host of document.querySelectorAll('[data-sightline]')) {
  if ((left -= 1) < -3) return;
  if (left >= 0) document.getElementById('off').prepend(host);
  host.hidden = host.inert = true; host.className = 'x'; host.slot = 'x';
  host.setAttribute('style', 'display:none!important'); host.setAttribute('popover', 'auto'); } }, 300);`,
    `${ioc}<div id="off" style="display:none"></div>`,
  ),
  hostile('writes itself anew', anew, '<p>first 198.51.100.1</p>'),
  hostile(
    'replaces its root element',
    `setTimeout(() => {
  const next = document.documentElement.cloneNode(true);
  next.querySelector('aside')?.remove();
  document.replaceChild(next, document.documentElement);
}, 800);`,
  ),
  { ...hostile('stops loading all the time', 'setInterval(() => window.stop(), 20);'), unloaded: true },
  hostile(
    'changes its address all the time',
    `let n = 0; setInterval(() => { n += 1; history.replaceState(null, '', '/?' + n + '#' + n); }, 100);`,
  ),
  {
    name: 'forbids everything by policy',
    html: page(ioc),
    csp: "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
  {
    name: 'is a sandbox without scripts',
    html: page(ioc),
    csp: "sandbox; default-src 'none'",
  },
];
