import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, findFirefox } from '../test/e2e/find-browser';

// Finds a browser or installs one: `ensure-browser` for Chromium, `ensure-browser firefox` for Firefox. Says nothing
// where one is found; ends with one sentence and a status that is not 0 where none can be had.
const wanted = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
const find = wanted === 'firefox' ? findFirefox : findChromium;

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

function install(): boolean {
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    const name = wanted === 'firefox' ? 'firefox-esr' : 'chromium';
    console.log(`No ${name} found: installing the Debian package.`);
    run('apt-get', 'update', '-qq');
    if (run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', name) && find() !== null)
      return true;
  }
  if (wanted === 'firefox') return false;
  console.log('No Chromium found: downloading the one that playwright-core names.');
  return run(process.execPath, 'node_modules/playwright-core/cli.js', 'install', 'chromium');
}

if (find() === null && !(install() && find() !== null)) {
  console.error(
    wanted === 'firefox'
      ? 'Firefox is missing and could not be installed: install Firefox 140 or newer, or name it in the variable FIREFOX.'
      : 'Chromium is missing and could not be installed: install Chromium or Chrome for Testing, or name it in the variable CHROMIUM.',
  );
  process.exitCode = 1;
}
