import type { Page } from 'playwright-core';
import { find } from '../../lib/ioc';

/** The texts that have a line, over all frames of a page. */
async function drawnTexts(page: Page): Promise<string[]> {
  const frames = await Promise.all(
    page
      .frames()
      .map((frame) =>
        frame.evaluate(() => [...CSS.highlights].flatMap(([, ranges]) => [...ranges].map(String))),
      ),
  );
  return frames.flat();
}

/** The indicators that have a line: what is found in each drawn text by itself, unseen characters left out. */
export async function drawnIocs(page: Page): Promise<Set<string>> {
  const texts = await drawnTexts(page);
  return new Set(
    texts
      .flatMap((text) => find(text.replaceAll(/[\u00ad\u200b\u2060]/g, '')))
      .map(({ kind, value }) => `${kind}|${value}`),
  );
}
