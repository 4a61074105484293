import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { buttons, columns, moved, rows } from './grid-rows.js';

// A virtual grid that recycles: a row element has the key of its place on screen, so that React writes other text into
// the same nodes when it scrolls.
const height = 28;
const shown = 24;

function Grid() {
  const [order, setOrder] = useState(rows);
  const [first, setFirst] = useState(0);
  buttonsOnce({
    sort: () => setOrder((now) => now.toReversed()),
    update: () => setOrder((now) => now.map(moved)),
  });
  const slots = Array.from({ length: shown }, (_, slot) => {
    const at = first + ((slot - (first % shown) + shown) % shown);
    return { slot, at, row: order[at] };
  });
  return createElement(
    'div',
    { className: 'scroller', onScroll: (event) => setFirst(Math.floor(event.target.scrollTop / height)) },
    createElement(
      'div',
      { role: 'grid', style: { height: order.length * height, position: 'relative' } },
      slots
        .filter(({ row }) => row !== undefined)
        .map(({ slot, at, row }) =>
          createElement(
            'div',
            { key: slot, role: 'row', className: 'row', style: { top: at * height } },
            columns.map((name) =>
              createElement('div', { key: name, role: 'gridcell', className: 'cell' }, row[name]),
            ),
          ),
        ),
    ),
  );
}

let wired = false;
function buttonsOnce(actions) {
  if (!wired) buttons(actions);
  wired = true;
}

createRoot(document.getElementById('root')).render(createElement(Grid));
