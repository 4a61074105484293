import browser from 'webextension-polyfill';
import type { PagePush } from '../../lib/messages';
import { tell } from './tabs';

type PageCommand = Extract<PagePush, { push: 'command' }>['command'];

/** Names in the manifest; the user can change their keys in the browser's own settings. */
const commands: Readonly<Record<string, PageCommand>> = {
  'next-ioc': 'next',
  'previous-ioc': 'previous',
  'next-malicious': 'next-malicious',
  'open-card': 'card',
  'enrich-ioc': 'enrich',
  'copy-ioc': 'copy',
};

/** Hands the analyst's keys to the page in front. */
export function onCommand(): void {
  browser.commands.onCommand.addListener(async (name) => {
    const command = commands[name];
    if (command === undefined) return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id !== undefined) tell(tab.id, { push: 'command', command });
  });
}
