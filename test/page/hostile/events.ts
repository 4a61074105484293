import { type Hostile, hostile, ioc } from './hostile';

const fake = `
const types = ['pointerover', 'pointermove', 'mousemove', 'mouseover', 'pointerdown', 'pointerup', 'click', 'focusin',
  'scroll', 'pagehide', 'pageshow', 'fullscreenchange', 'toggle', 'transitionend'];
setInterval(() => {
  const target = document.getElementById('ioc');
  const { x, y } = target.getBoundingClientRect();
  for (const type of types) {
    const init = { bubbles: true, composed: true, clientX: x + 60, clientY: y + 10, pointerType: 'mouse' };
    target.dispatchEvent(type.startsWith('pointer') ? new PointerEvent(type, init) : new MouseEvent(type, init));
  }
}, 50);`;

const presses = `
setInterval(() => {
  for (const host of document.querySelectorAll('[data-sightline]')) {
    host.click();
    host.focus();
    for (const key of ['Enter', ' ', 'Tab'])
      host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
  }
}, 20);`;

const keys = `
setInterval(() => {
  for (const init of [{ key: 'Escape' }, { key: 'Enter' }, { key: 'e', altKey: true }, { key: 'n', altKey: true, shiftKey: true }])
    for (const type of ['keydown', 'keypress', 'keyup'])
      for (const target of [window, document, document.getElementById('ioc')])
        target.dispatchEvent(new KeyboardEvent(type, { ...init, bubbles: true, composed: true }));
}, 50);`;

const eavesdrops = `
const inside = (node) => node instanceof Node && !document.contains(node) && node !== document;
for (const type of Object.keys(window).filter((name) => name.startsWith('on')).map((name) => name.slice(2)))
  addEventListener(type, (event) => {
    const nodes = [...event.composedPath(), event.target, event.relatedTarget, document.activeElement];
    if (nodes.some(inside) || inside(getSelection().anchorNode)) window.harm = type;
  }, true);`;

/** Pages that make events up, listen in, or keep events from us. */
export const events: readonly Hostile[] = [
  hostile('makes up events of the pointer and of the window', fake),
  hostile('makes up keys', keys),
  hostile('presses the host element', presses),
  hostile('listens to every event for a way into the card', eavesdrops),
  hostile(
    'takes the focus all the time',
    `setInterval(() => document.querySelector('input').focus(), 30);`,
    `${ioc}<input>`,
  ),
  {
    ...hostile(
      'holds back every event',
      `for (const type of ['pointermove', 'pointerdown', 'mousemove', 'keydown', 'scroll'])
  addEventListener(type, (event) => event.stopImmediatePropagation(), true);`,
    ),
    deaf: true,
  },
];
