import { type Hostile, hostile, ioc } from './hostile';

const steal = `const steal = () => { throw new Error('stolen'); };`;

const prototypes = `${steal}
for (const name of ['getAttribute', 'appendChild', 'append', 'getBoundingClientRect', 'checkVisibility', 'remove'])
  Element.prototype[name] = steal;
for (const name of ['parentNode', 'firstChild', 'nextSibling', 'nodeType'])
  Object.defineProperty(Node.prototype, name, { get: steal });
Map.prototype.get = steal; Set.prototype.add = steal; Array.prototype.push = steal; window.getComputedStyle = steal;
JSON.stringify = steal; Promise.prototype.then = steal; window.Highlight = steal; window.Range = steal;`;

const language = `${steal}
for (const { prototype } of [Array, Map, Set, String]) prototype[Symbol.iterator] = steal;
for (const name of ['next', 'return']) Object.prototype[name] = steal;
String.prototype.indexOf = String.prototype.slice = RegExp.prototype.exec = Function.prototype.call = steal;
JSON.parse = steal; window.Promise = class { constructor() { steal(); } }; window.Map = window.Set = steal;
for (const name of ['ok', 'value', 'on', 'level', 'push', 'ioc'])
  Object.defineProperty(Object.prototype, name, { get() { return 'harm'; }, set() { window.harm = name; }, configurable: true });`;

const classes = `${steal}
for (const name of ['MutationObserver', 'IntersectionObserver', 'ShadowRoot', 'Highlight', 'CSSStyleSheet', 'Element',
  'HTMLElement', 'Document', 'Node', 'Text', 'TreeWalker', 'AbortController', 'PointerEvent'])
  window[name] = class { constructor() { steal(); } };
for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask', 'matchMedia']) window[name] = steal;
performance.now = () => 0; Date.now = () => 0;`;

const roots = `
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  if (this.hasAttribute('data-sightline')) window.harm = 'attachShadow';
  return attach.call(this, { ...init, mode: 'open' });
};
const internals = HTMLElement.prototype.attachInternals;
setInterval(() => {
  for (const element of document.querySelectorAll('[data-sightline]')) {
    if (element.shadowRoot !== null) window.harm = 'open';
    try { if (internals.call(element).shadowRoot) window.harm = 'internals'; } catch {}
    try { attach.call(element, { mode: 'open' }); window.harm = 'second root'; } catch {}
  }
}, 20);`;

/** Pages that replace what the language and the DOM are made of. */
export const tampering: readonly Hostile[] = [
  hostile('tampers with the prototypes of the DOM', prototypes),
  hostile('tampers with iterators, promises and the prototype of all objects', language),
  hostile('replaces classes, timers and clocks', classes),
  hostile(
    'overrides methods of its document',
    `${steal}
for (const name of ['createElement', 'elementFromPoint', 'createTreeWalker', 'addEventListener', 'querySelector', 'contains',
  'getRootNode', 'append', 'execCommand']) { document[name] = steal; document.documentElement[name] = steal; document.body[name] = steal; }`,
  ),
  hostile(
    'names form fields and images after properties',
    '',
    `<form><input name="parentNode"><input name="firstChild"><input name="nextSibling"><input name="nodeType"><input
name="localName"><input name="getAttribute"><input name="isConnected"><input name="checkVisibility">${ioc}</form><img
name="adoptedStyleSheets"><img name="documentElement"><img name="elementFromPoint"><form name="createElement"></form>`,
  ),
  hostile('waits for shadow roots, and tries to open ours', roots),
];
