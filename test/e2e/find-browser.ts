import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/**
 * Chromium or Chrome for Testing, or null. Branded Chrome is not looked for: it no longer loads unpacked extensions from
 * the command line. `CHROMIUM` names one that lies elsewhere.
 */
export const findChromium = (): string | null =>
  first([
    process.env['CHROMIUM'],
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ]);

/** Firefox, ESR where there is one, or null. `FIREFOX` names one that lies elsewhere. */
export const findFirefox = (): string | null =>
  first([
    process.env['FIREFOX'],
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]);

const first = (paths: readonly (string | undefined)[]): string | null =>
  paths.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;
