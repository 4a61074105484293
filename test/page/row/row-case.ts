/** A row as one console renders it, and what is to be read beside one value in it. */
export interface RowCase {
  readonly name: string;
  readonly html: string;
  readonly value: string;
  readonly nth?: number;
  readonly field?: string;
  /** ISO 8601 in UTC; with `assumed` where the page does not tell the zone (the test's browser is in Berlin). */
  readonly time?: string;
  readonly flow?: string;
  readonly lang?: string;
}

/** A cell as EUI's data grid renders it. */
export const grid = (column: string, row: number, value: string): string =>
  `<div role="gridcell" data-gridcell-column-id="${column}" data-gridcell-visible-row-index="${row}"><div
class="euiDataGridRowCell__content"><span>${value}</span></div><p hidden>- ${column}, column 1, row ${row}</p></div>`;
