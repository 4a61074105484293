import type { Page } from 'playwright-core';

/** Takes a picture of the window to look at, in the folder that `PICTURES` names; nothing where it names none. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name.replaceAll(' ', '-')}.png` });
}
