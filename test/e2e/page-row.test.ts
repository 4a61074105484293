import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowHints } from '../../lib/consoles';
import { flowWords } from '../../lib/core/seen';
import { rows } from '../page/row/rows';
import { ticketRows } from '../page/row/ticket-rows';
import { findChromium } from './find-browser';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: ['test/page/row/in-page.ts'],
    bundle: true,
    write: false,
    format: 'iife',
  });
  browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] });
  page = await browser.newPage({ timezoneId: 'Europe/Berlin' });
  await page.addInitScript({ content: outputFiles[0]?.text ?? '' });
});

afterAll(() => browser.close());

const show = async (html: string, lang = '') => {
  await page.goto('about:blank');
  await page.setContent(`<!doctype html><html lang="${lang}"><body>${html}</body></html>`);
};

const read = (text: string, nth = 0) =>
  page.evaluate(([text, hints, nth]) => window.rowOfText(text, hints, nth), [text, rowHints, nth] as const);

describe('the row of an indicator', () => {
  for (const { name, html, value, nth, field, time, flow, lang } of [...rows, ...ticketRows]) {
    it(`is read: ${name}`, async () => {
      await show(html, lang);
      const row = await read(value, nth);
      const at = row.time && new Date(row.time.at).toISOString();
      expect({
        field: row.field,
        time: at && (row.time?.assumed ? `${at} assumed` : at),
        flow: flowWords(row) ?? undefined,
      }).toEqual({ field, time, flow });
      if (row.time?.assumed) expect(row.time.zone).toBe('Europe/Berlin');
    });
  }
});

describe('a page that is as large as it likes', () => {
  it('is read all the same, in few words: a row of 20,000 cells, a line of 5 MB, 10,000 titles, deep nesting', async () => {
    const hostile = [
      `<table><tr>${'<th>x</th>'.repeat(10_000)}</tr><tr>${'<td>2026-01-01 00:00:00 a=b</td>'.repeat(20_000)}<td>198.51.100.23</td></tr></table>`,
      `<pre>${'2026-01-01 00:00:00Z src=10.0.0.1 '.repeat(80_000)}198.51.100.23${' dst=10.0.0.2'.repeat(80_000)}</pre>`,
      `<p>${'<i>a.b-c=</i>'.repeat(50_000)}198.51.100.23${'<b>-&gt;</b>'.repeat(50_000)}</p>`,
      `<div role="grid">${'<div row-index="1" role="row"><b>2026-01-01 0</b></div>'.repeat(20_000)}<div role="row" row-index="1"><div role="gridcell">198.51.100.23</div></div></div>`,
      `${'<div>'.repeat(400)}198.51.100.23${'</div>'.repeat(400)}`,
    ];
    for (const html of hostile) {
      await show(html);
      const row = await read('198.51.100.23');
      expect(JSON.stringify(row).length).toBeLessThan(1_000);
    }
  });
});
