import type { Page } from 'playwright-core';

/** What a screen reader says of what has the focus: role and name. It looks into closed shadow roots. */
export async function focused(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const last = nodes.findLast(
    ({ ignored, properties = [] }) =>
      !ignored && properties.some(({ name, value }) => name === 'focused' && value.value === true),
  );
  return `${last?.role?.value ?? ''} ${last?.name?.value ?? ''}`.trim();
}
