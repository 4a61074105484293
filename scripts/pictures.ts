import { spawnSync } from 'node:child_process';
import { photograph } from './pictures/take';

// `npm run pictures`: takes every picture of the documentation anew, in a world of its own on this machine.
const run = (script: string, ...args: readonly string[]): boolean =>
  spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' }).status === 0;

if (
  run('scripts/run.mjs', 'scripts/ensure-browser.ts') &&
  run('node_modules/wxt/bin/wxt.mjs', 'build', '-b', 'chrome')
)
  await photograph();
else process.exitCode = 1;
