import { type Hostile, hostile, ioc } from './hostile';

const away = `* { opacity: 0 !important; pointer-events: none !important; transform: scale(0) !important; }
html, body, p { opacity: 1 !important; pointer-events: auto !important; transform: none !important; }
aside, [data-sightline] { display: none !important; position: fixed !important; top: -9999px !important; }`;

const unset = `* { all: unset !important; } body, p { display: block !important; }
aside { all: unset !important; filter: blur(9px) !important; clip-path: inset(50%) !important; zoom: 0.1 !important;
  contain: strict !important; content-visibility: hidden !important; visibility: hidden !important; }`;

const turned = `html { zoom: 1.5; filter: blur(0.1px); transform: translateX(20px); perspective: 100px; contain: layout; }`;

const highlights = `::highlight(sl-mal), ::highlight(sl-open) { all: unset !important; text-decoration: none !important;
  color: transparent !important; background: none !important; }`;

const names = ['raised', 'text', 'text-2', 'hair', 'float', 't1', 't2', 't3', 'sans', 'mono', 'mal', 'ink'];

const properties = `
const sheets = [...document.querySelectorAll('style')];
for (const name of ${JSON.stringify(names)})
  try { CSS.registerProperty({ name: '--sl-' + name, syntax: '<length>', inherits: false, initialValue: '0px' }); } catch {}`;

const variables = `* { ${names.map((name) => `--sl-${name}: transparent !important;`).join(' ')} color-scheme: dark !important; }`;

const cover =
  'position:fixed;inset:0;inline-size:100vw;block-size:100vh;border:0;margin:0;z-index:2147483647;';

/** Pages whose style fights the card, and pages that lie over it. */
export const style: readonly Hostile[] = [
  hostile('styles everything away', '', ioc, away),
  hostile('unsets everything', '', ioc, unset),
  hostile('zooms, moves and filters the whole document', '', ioc, turned),
  hostile('styles the lines away', '', ioc, highlights),
  hostile('registers and sets our custom properties', properties, ioc, variables),
  hostile('replaces its style sheets', 'setInterval(() => { document.adoptedStyleSheets = []; }, 100);'),
  hostile('clears every highlight', 'setInterval(() => CSS.highlights.clear(), 100);'),
  hostile(
    'lies over itself with the highest layer',
    '',
    `${ioc}<div style="${cover}pointer-events:none"></div>`,
  ),
  hostile(
    'puts a popover over the card once it is open',
    `addEventListener('pointermove', () => setTimeout(() => document.querySelector('[popover]').showPopover(), 900), { once: true });`,
    `${ioc}<div popover="manual" style="${cover}background:#fff8">Nothing to see</div>`,
  ),
  hostile(
    'shows a popover again and again',
    `setInterval(() => { const all = document.querySelector('[popover]'); all.hidePopover(); all.showPopover(); }, 50);`,
    `${ioc}<div popover="manual" style="${cover}background:none;pointer-events:none"></div>`,
  ),
  hostile(
    'opens a modal dialog over itself',
    `document.querySelector('dialog').showModal();`,
    `<dialog>${ioc}</dialog>`,
  ),
];
