// A live log: rows with six indicators each arrive at a rate for some time, and the list follows its end. The query
// says how many rows a second, for how many seconds, and how many rows are kept (0: all). `<html data-done>` says that
// it has ended.
const query = new URLSearchParams(location.search);
const option = (name, otherwise) => Number(query.get(name) ?? otherwise);
const rate = option('rate', 200);
const seconds = option('seconds', 60);
const keep = option('keep', 1000);

/** Milliseconds between two arrivals: a console gathers what its socket brings. */
const step = 100;

/** Mulberry32: the same rows in each run. */
let state = 7;
function next() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
const upTo = (limit) => Math.floor(next() * limit);
const hex = (length) => Array.from({ length }, () => upTo(16).toString(16)).join('');
const address = () => [1 + upTo(220), upTo(256), upTo(256), 1 + upTo(250)].join('.');

function row(at) {
  const element = document.createElement('div');
  element.setAttribute('role', 'row');
  element.className = 'row';
  const cells = [
    `12:${String(Math.floor(at / 60) % 60).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
    address(),
    address(),
    `host${at}.evil-host.com`,
    `http://x${at}.bad-site.org/a`,
    hex(32),
    hex(40),
  ];
  for (const text of cells) {
    const cell = document.createElement('span');
    cell.setAttribute('role', 'cell');
    cell.className = 'cell';
    cell.textContent = text;
    element.append(cell);
  }
  return element;
}

const feed = document.querySelector('.feed');
const start = performance.now();
let made = 0;

function arrive() {
  const due = Math.min(Math.floor(((performance.now() - start) / 1000) * rate), rate * seconds);
  const rows = document.createDocumentFragment();
  for (; made < due; made += 1) rows.append(row(made));
  feed.append(rows);
  if (keep > 0) while (feed.childElementCount > keep) feed.firstElementChild.remove();
  feed.scrollTop = feed.scrollHeight;
  if (made < rate * seconds) setTimeout(arrive, step);
  else document.documentElement.dataset.done = String(performance.now());
}

arrive();
