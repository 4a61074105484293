import { react } from '../test/lab/consoles/react';
import { foundOn } from '../test/e2e/configure';
import { type Lab, startLab } from './page-lab';
import { printRequirements } from './page-print';

/** Milliseconds between two changes (`react-client.js`). */
const pace = 15;

interface Run {
  readonly text: string;
  readonly errors: readonly string[];
  readonly found: number;
}

async function run(lab: Lab, name: string, query: string, seconds: number): Promise<Run> {
  const { page } = await lab.tab();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`${lab.pages.origin(name)}/${query}`);
  await page.waitForSelector('html[data-done]', { timeout: (seconds * 4 + 60) * 1000 });
  const text = await page.evaluate(() => document.body.innerText);
  const found = name === 'ours' ? (await foundOn(lab.own, page)).length : 0;
  await page.close();
  return { text, errors, found };
}

/** A React page under random updates for so many seconds: no error, and the text of a run without the extension. */
export async function reacts(seconds: number, seed: number): Promise<void> {
  const { html, files } = await react();
  const site = { '/': html, '/app.js': files?.['/app.js']?.body ?? '' };
  const lab = await startLab({ alone: site, ours: site });
  try {
    await lab.on('ours');
    const query = `?seed=${seed}&rounds=${Math.round((seconds * 1000) / pace)}`;
    const alone = await run(lab, 'alone', query, seconds);
    const ours = await run(lab, 'ours', query, seconds);
    console.log(
      `React, ${query}: ${ours.text.split('\n').length} lines of text, ${ours.found} indicators found.`,
    );
    const errors = [...alone.errors, ...ours.errors];
    printRequirements([
      {
        what: 'the text is that of a run without the extension',
        measured: alone.text === ours.text ? 'yes' : 'no',
        held: alone.text === ours.text && alone.text !== '' && ours.found > 0,
      },
      { what: 'no error', measured: errors[0] ?? 'none', held: errors.length === 0 },
    ]);
  } finally {
    await lab.close();
  }
}
