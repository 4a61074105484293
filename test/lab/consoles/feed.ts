import { readFile } from 'node:fs/promises';
import { documentOf } from './page';

const style = `body { margin: 0; font: 12px/16px monospace; } .feed { height: 100vh; overflow: auto; }
.row { display: flex; gap: 12px; height: 18px; white-space: nowrap; } .cell { flex: 0 0 auto; min-width: 60px; }`;

/** A live log as a page that follows its end; what it does is told in its query (`feed-client.js`). */
export async function feed(more = ''): Promise<Readonly<Record<string, string>>> {
  const body = `<div class="feed" role="grid"></div>${more}<script src="/app.js"></script>`;
  return {
    '/': documentOf('Live log', body, style),
    '/app.js': await readFile('test/lab/consoles/feed-client.js', 'utf8'),
  };
}
