import { build } from 'esbuild';
import { documentOf, type Page } from './page';

/** A React table under seeded updates (`?seed=N`); `<html data-done>` says that it has come to rest. */
export async function react(): Promise<Page> {
  const bundle = await build({
    entryPoints: ['test/lab/consoles/react-client.js'],
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  return {
    html: documentOf(
      'Live events',
      '<h1>Live events</h1><div id="root"></div><script src="/app.js"></script>',
    ),
    files: { '/app.js': { type: 'text/javascript', body: bundle.outputFiles[0]?.text ?? '' } },
    expected: [],
  };
}
