import { createElement, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

// A table that React re-renders so many times (`?rounds=`, two hundred) in an order that the seed decides: rows come, go,
// move and change their text. Where somebody else writes into React's nodes, the text at the end differs or React throws.
const query = new URLSearchParams(location.search);
const seed = Number(query.get('seed') ?? 1);
const rounds = Number(query.get('rounds') ?? 200);

/** Mulberry32: the same numbers for the same seed everywhere. */
function random(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const next = random(seed);
const upTo = (limit) => Math.floor(next() * limit);
const address = () => `${['192.0.2', '198.51.100', '203.0.113'][upTo(3)]}.${upTo(254) + 1}`;
const text = () =>
  [`from ${address()} to ${address()}`, `host h${upTo(90)}.example`, 'nothing here'][upTo(3)];

function change(rows, round) {
  const copy = [...rows];
  const what = upTo(4);
  if (what === 0 || copy.length < 5) copy.splice(upTo(copy.length + 1), 0, { id: round, text: text() });
  else if (what === 1) copy.splice(upTo(copy.length), 1);
  else if (what === 2) copy.push(...copy.splice(upTo(copy.length), 1));
  else {
    const at = upTo(copy.length);
    copy[at] = { ...copy[at], text: text() };
  }
  return copy;
}

function Events() {
  const [rows, setRows] = useState([]);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (round === rounds) {
      document.documentElement.dataset.done = 'true';
      return undefined;
    }
    const timer = setTimeout(() => {
      setRows((now) => change(now, round));
      setRound(round + 1);
    }, 15);
    return () => clearTimeout(timer);
  }, [round]);
  return createElement(
    'ul',
    null,
    rows.map((row) =>
      createElement('li', { key: row.id }, `#${row.id} `, createElement('b', null, row.text)),
    ),
  );
}

createRoot(document.getElementById('root')).render(createElement(Events));
