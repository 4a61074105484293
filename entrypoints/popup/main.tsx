import { render } from 'preact';
import browser from 'webextension-polyfill';
import '../../lib/ui/extension-page.css';
import '../../lib/ui/popup/popup.css';
import { fitWindow } from '../../lib/ui/popup/fit-window';
import { PopUp } from '../../lib/ui/popup/pop-up';

/** The tab the popup was opened over. A test or a person may open the page itself as a tab and name another. */
async function openerTab(): Promise<{ id: number; windowId: number | undefined } | null> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  if (named > 0) return { id: named, windowId: undefined };
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, windowId: tab.windowId };
}

fitWindow();
const app = document.getElementById('app');
const tab = await openerTab();
if (app !== null) {
  if (tab === null) render(<p class="sl-root">No tab is open in this window.</p>, app);
  else render(<PopUp tabId={tab.id} windowId={tab.windowId} />, app);
}
