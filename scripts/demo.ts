import { spawnSync } from 'node:child_process';
import { demonstrate } from './demo/headless';
import { invite } from './demo/headed';

// `npm run demo`: the extension in a browser, in a world of its own on this machine. `--headless` does the flow by itself.
const headless = process.argv.includes('--headless');
const display =
  process.platform !== 'linux' ||
  process.env['DISPLAY'] !== undefined ||
  process.env['WAYLAND_DISPLAY'] !== undefined;

const run = (script: string, ...args: readonly string[]): boolean =>
  spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' }).status === 0;

const prepare = (): boolean =>
  run('scripts/run.mjs', 'scripts/ensure-browser.ts') &&
  run('node_modules/wxt/bin/wxt.mjs', 'build', '-b', 'chrome');

if (!headless && !display) {
  console.error('There is no display here: run `npm run demo -- --headless`.');
  process.exitCode = 1;
} else if (!prepare()) {
  process.exitCode = 1;
} else {
  process.exitCode = headless ? await demonstrate() : await invite();
}
