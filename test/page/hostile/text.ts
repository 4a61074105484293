import { type Hostile, hostile, ioc } from './hostile';

const deep = `for (const [id, depth] of [['shown', 2000], ['hidden', 10000]]) {
  let at = document.getElementById(id);
  for (let n = 0; n < depth; n += 1) { const next = document.createElement('div'); at.append(next); at = next; }
  setInterval(() => { at.textContent = 'x' + Math.random(); }, 20);
}`;

const rows = `let n = 0;
const go = () => {
  for (let at = 0; at < 1000; at += 1) {
    const row = document.createElement('div');
    row.textContent = 'n' + (n += 1);
    f.append(row);
    if (f.childNodes.length > 200) f.firstChild.remove();
  }
  if (!window.calm) setTimeout(go, 0);
};
go();`;

const roots = `let n = 0;
customElements.define('a-root', class extends HTMLElement {
  constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = '<p>n' + (n += 1) + '</p>'; }
});
setInterval(() => {
  if (window.calm) return;
  for (let at = 0; at < 50; at += 1) f.append(document.createElement('a-root'));
  while (f.childNodes.length > 200) f.firstChild.remove();
}, 10);`;

const lines = `document.getElementById('w').textContent =
  Array.from({ length: 60000 }, (_, n) => 'line ' + n + ' 10.' + (n >> 16) + '.' + ((n >> 8) & 255) + '.' + (n & 255)).join('\\n');`;

const flooded = `${ioc}<div id="f" style="height:100px;overflow:hidden"></div>`;

/** Pages with too much text, too deep, or never the same, and text that would like to be code. */
export const text: readonly Hostile[] = [
  {
    ...hostile(
      'prints a node of twenty megabytes without a space',
      `document.getElementById('w').textContent = 'a'.repeat(2e7);`,
      `${ioc}<p id="w" style="overflow:hidden;height:20px"></p>`,
    ),
    calm: 'w.remove()',
    notInFirefox: ' (Firefox by itself takes a minute to lay the word out)',
  },
  hostile('prints sixty thousand lines in one node', lines, `${ioc}<pre id="w"></pre>`),
  {
    ...hostile(
      'nests two thousand deep in sight and ten thousand out of it',
      deep,
      `${ioc}<div id="shown"></div><div id="hidden" style="display:none"></div>`,
    ),
    calm: 'shown.remove(); hidden.remove()',
  },
  { ...hostile('floods with new rows', rows, flooded), calm: 'calm = true' },
  { ...hostile('floods with closed roots', roots, flooded), calm: 'calm = true' },
  hostile(
    'floods with frames',
    `setInterval(() => {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<p>frame';
  f.append(frame);
  while (f.childNodes.length > 5) f.firstChild.remove();
}, 100);`,
    flooded,
  ),
  {
    ...hostile(
      'floods with styles',
      `setInterval(() => { if (!window.calm) for (const b of document.querySelectorAll('b')) b.className = 'c' + Math.random(); }, 10);`,
      `${ioc}<p>${'<b>x</b>'.repeat(1000)}</p>`,
    ),
    calm: 'calm = true',
  },
  hostile(
    'works two hundred milliseconds at a time',
    `setInterval(() => { for (const end = performance.now() + 200; performance.now() < end;); }, 220);`,
  ),
  hostile(
    'shows text that looks like script',
    '',
    `${ioc}<p>http://evil-host.com/&quot;&gt;&lt;img src=x onerror=&quot;harm=1&quot;&gt; &lt;script&gt;harm=1&lt;/script&gt;
<a href="javascript:harm=1">https://evil-host.com/?q=&lt;svg onload=harm=1&gt;</a></p>`,
  ),
];
