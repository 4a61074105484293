import { page } from './consoles/console';

/** A page that means harm. Each shows `198.51.100.77` in an element `#ioc`, and sets `window.harm` where it wins. */
export interface Hostile {
  readonly name: string;
  readonly html: string;
  /** Sent with the page. */
  readonly csp?: string;
  /** No pointer event reaches us: the card opens by key alone. */
  readonly deaf?: true;
  /** Run before the card is read: the DevTools protocol cannot carry a tree ten thousand deep. */
  readonly calm?: string;
}

const ioc = '<p id="ioc">seen 198.51.100.77</p>';

const hostile = (name: string, script: string, body = ioc, style = ''): Hostile => ({
  name,
  html: page(body, style, script),
});

const tampered = `
const steal = () => { throw new Error('stolen'); };
for (const name of ['getAttribute', 'appendChild', 'append', 'getBoundingClientRect', 'checkVisibility', 'remove'])
  Element.prototype[name] = steal;
for (const name of ['parentNode', 'firstChild', 'nextSibling', 'nodeType'])
  Object.defineProperty(Node.prototype, name, { get: steal });
Map.prototype.get = steal; Set.prototype.add = steal; Array.prototype.push = steal; window.getComputedStyle = steal;
JSON.stringify = steal; Promise.prototype.then = steal; window.Highlight = steal; window.Range = steal;`;

const fake = `
const types = ['pointerover', 'pointermove', 'mousemove', 'mouseover', 'pointerdown', 'pointerup', 'click'];
setInterval(() => {
  const { x, y } = document.getElementById('ioc').getBoundingClientRect();
  for (const type of types) {
    const init = { bubbles: true, composed: true, clientX: x + 60, clientY: y + 10, pointerType: 'mouse' };
    const event = type.startsWith('p') ? new PointerEvent(type, init) : new MouseEvent(type, init);
    document.getElementById('ioc').dispatchEvent(event);
  }
}, 50);`;

const presses = `
setInterval(() => {
  for (const host of document.querySelectorAll('[data-sightline]')) {
    host.click();
    for (const key of ['Enter', ' ', 'Tab'])
      host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
  }
}, 20);`;

/** Twenty of them. */
export const hostiles: readonly Hostile[] = [
  hostile('makes up events', fake),
  hostile('presses the host element', presses),
  hostile('tampers with prototypes', tampered),
  hostile(
    'overrides methods of its document',
    `for (const name of ['createElement', 'elementFromPoint', 'createTreeWalker', 'addEventListener', 'querySelector'])
  document[name] = () => { throw new Error('stolen'); };`,
  ),
  hostile(
    'names form fields and images after properties',
    '',
    `<form><input name="parentNode"><input name="firstChild"><input name="nextSibling"><input name="nodeType"><input
name="localName"><input name="getAttribute"><input name="isConnected"><input name="checkVisibility">${ioc}</form><img
name="adoptedStyleSheets"><img name="documentElement"><img name="elementFromPoint"><form name="createElement"></form>`,
  ),
  hostile(
    'prints a word of five million letters',
    `document.getElementById('w').textContent = 'a'.repeat(5e6);`,
    `${ioc}<p id="w" style="overflow:hidden;height:20px"></p>`,
  ),
  hostile(
    'prints sixty thousand lines in one node',
    `document.getElementById('w').textContent =
  Array.from({ length: 60000 }, (_, n) => 'line ' + n + ' 10.' + (n >> 16) + '.' + ((n >> 8) & 255) + '.' + (n & 255)).join('\\n');`,
    `${ioc}<pre id="w"></pre>`,
  ),
  {
    ...hostile(
      'nests two thousand deep in sight and ten thousand out of it',
      `for (const [id, depth] of [['shown', 2000], ['hidden', 10000]]) {
  let at = document.getElementById(id);
  for (let n = 0; n < depth; n += 1) { const next = document.createElement('div'); at.append(next); at = next; }
  setInterval(() => { at.textContent = 'x' + Math.random(); }, 20);
}`,
      `${ioc}<div id="shown"></div><div id="hidden" style="display:none"></div>`,
    ),
    calm: 'shown.remove(); hidden.remove()',
  },
  hostile(
    'floods with new rows',
    `let n = 0;
const go = () => {
  for (let at = 0; at < 1000; at += 1) {
    const row = document.createElement('div');
    row.textContent = 'n' + (n += 1);
    f.append(row);
    if (f.childNodes.length > 200) f.firstChild.remove();
  }
  setTimeout(go, 0);
};
go();`,
    `${ioc}<div id="f" style="height:100px;overflow:hidden"></div>`,
  ),
  hostile(
    'floods with styles',
    `setInterval(() => { for (const b of document.querySelectorAll('b')) b.className = 'c' + Math.random(); }, 10);`,
    `${ioc}<p>${'<b>x</b>'.repeat(1000)}</p>`,
  ),
  hostile(
    'shows text that looks like script',
    '',
    `${ioc}<p>http://evil-host.com/&quot;&gt;&lt;img src=x onerror=&quot;harm=1&quot;&gt; &lt;script&gt;harm=1&lt;/script&gt;</p>`,
  ),
  hostile(
    'styles everything away',
    '',
    ioc,
    `* { opacity: 0 !important; pointer-events: none !important; transform: scale(0) !important; }
html, body, p { opacity: 1 !important; pointer-events: auto !important; transform: none !important; }
aside, [data-sightline] { display: none !important; position: fixed !important; top: -9999px !important; }`,
  ),
  hostile('replaces its style sheets', 'setInterval(() => { document.adoptedStyleSheets = []; }, 100);'),
  hostile('clears every highlight', 'setInterval(() => CSS.highlights.clear(), 100);'),
  hostile(
    'removes what is added to it, three times',
    `let left = 3;
new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes)
    if (node.localName === 'aside' && left > 0) { left -= 1; node.remove(); }
}).observe(document.documentElement, { childList: true });`,
  ),
  hostile(
    'waits for shadow roots to be made',
    `const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) { window.harm = 1; return attach.call(this, { mode: 'open' }); };
const has = () => [...document.querySelectorAll('*')].some((element) => element.shadowRoot);
setInterval(() => { if (has()) window.harm = 1; }, 20);`,
  ),
  {
    ...hostile(
      'holds back every event',
      `for (const type of ['pointermove', 'pointerdown', 'mousemove', 'keydown', 'scroll'])
  addEventListener(type, (event) => event.stopImmediatePropagation(), true);`,
    ),
    deaf: true,
  },
  {
    name: 'forbids everything by policy',
    html: page(ioc),
    csp: "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'",
  },
  hostile(
    'writes itself anew',
    `setTimeout(() => {
  document.open();
  document.write('<!doctype html><body style="font:14px/22px sans-serif"><p id="ioc">seen 198.51.100.77</p>');
  document.close();
}, 800);`,
    '<p>first 198.51.100.1</p>',
  ),
  hostile(
    'opens a modal dialog over itself',
    `document.querySelector('dialog').showModal();`,
    `<dialog>${ioc}</dialog>`,
  ),
];
