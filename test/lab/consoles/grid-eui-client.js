import { EuiDataGrid, EuiProvider } from '@elastic/eui';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { buttons, columns, moved, rows } from './grid-rows.js';

// The grid of Kibana: virtual rows and columns, cells that mount late, text for screen readers in each.
function Grid() {
  const [order, setOrder] = useState(rows);
  const [visibleColumns, setVisibleColumns] = useState(columns);
  buttonsOnce({
    sort: () => setOrder((now) => now.toReversed()),
    update: () => setOrder((now) => now.map(moved)),
  });
  return createElement(
    EuiProvider,
    { globalStyles: false },
    createElement(EuiDataGrid, {
      'aria-label': 'Events',
      height: 560,
      width: 1000,
      columns: columns.map((id) => ({ id, initialWidth: id === 'domain' ? 320 : 200 })),
      columnVisibility: { visibleColumns, setVisibleColumns },
      rowCount: order.length,
      renderCellValue: ({ rowIndex, columnId }) => String(order[rowIndex]?.[columnId] ?? ''),
    }),
  );
}

let wired = false;
function buttonsOnce(actions) {
  if (!wired) buttons(actions);
  wired = true;
}

createRoot(document.getElementById('root')).render(createElement(Grid));
