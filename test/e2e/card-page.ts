import { build } from 'vite';
import { documentOf } from '../lab/consoles/page';
import type { Site } from '../page/serve-pages';

/** A page that draws the card from the product's own components: `test/ui/card-page.tsx`. */
export async function cardPage(): Promise<Site> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: {
      write: false,
      lib: { entry: 'test/ui/card-page.tsx', formats: ['iife'], name: 'cardPage' },
    },
  });
  const [output] = Array.isArray(built) ? built : [];
  const code = output?.output[0].code;
  if (code === undefined) throw new Error('The page of the card was not built.');
  const body = '<main><h1>Events</h1><p>203.0.113.77</p></main><script src="/app.js"></script>';
  return { '/': documentOf('Events', body, ':root { color-scheme: light dark }'), '/app.js': code };
}
