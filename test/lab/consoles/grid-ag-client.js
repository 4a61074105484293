import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community';
import { buttons, columns, moved, rows } from './grid-rows.js';

ModuleRegistry.registerModules([AllCommunityModule]);

// As in the logs of a cloud SIEM: rows stand in another order in the DOM than on screen, and are recycled.
let down = true;
const grid = createGrid(document.getElementById('root'), {
  rowData: rows,
  columnDefs: columns.map((field) => ({ field, width: field === 'domain' ? 320 : 200 })),
  getRowId: ({ data }) => String(data.n),
});

buttons({
  sort: () => {
    grid.applyColumnState({ state: [{ colId: 'n', sort: down ? 'desc' : 'asc' }] });
    down = !down;
  },
  update: () => {
    const update = [];
    grid.forEachNode(({ data }) => update.push(moved(data)));
    grid.applyTransaction({ update });
  },
});
