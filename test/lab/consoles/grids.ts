import { build } from 'esbuild';
import { documentOf } from './page';

/** Grids that recycle their rows, and what scrolls in each. */
export const grids = {
  'grid-react': '.scroller',
  'grid-ag': '.ag-grid-viewport, .ag-body-viewport',
  'grid-eui': '.euiDataGrid__virtualized',
} as const;

export type GridName = keyof typeof grids;

const style = `body { font: 14px/20px sans-serif; margin: 16px; } #root { height: 560px; width: 1000px; }
.scroller { height: 560px; overflow: auto; } .row { position: absolute; height: 28px; display: flex; }
.cell { width: 200px; overflow: hidden; white-space: nowrap; }`;

/** A page with one of the grids from its package: two thousand rows, a button to sort, a button to change every row. */
export async function grid(name: GridName): Promise<Readonly<Record<string, string>>> {
  const bundle = await build({
    entryPoints: [`test/lab/consoles/${name}-client.js`],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const body = `<button id="sort">Sort</button><button id="update">Update</button><div id="root"></div>
<script src="/app.js"></script>`;
  return { '/': documentOf(name, body, style), '/app.js': bundle.outputFiles[0]?.text ?? '' };
}
