import { defang } from '../ioc/defang';
import type { Ioc } from '../ioc';

/** False where the browser refused. `root` is where a console on plain http is copied from. */
export const copyIoc = (ioc: Ioc, how: 'defanged' | 'plain', root: ShadowRoot | null): Promise<boolean> =>
  copyText(how === 'plain' ? ioc.value : defang(ioc.value), root).catch(() => false);

/**
 * Puts text on the clipboard, in a click or a key of the user. A console on plain http has no clipboard API: there the
 * text is selected in a field of our own shadow root and copied as a user would.
 */
async function copyText(text: string, root: ShadowRoot | null): Promise<boolean> {
  const clipboard = (navigator as { clipboard?: Clipboard }).clipboard;
  if (clipboard !== undefined) {
    try {
      await clipboard.writeText(text);
      return true;
    } catch {
      // The page's permissions policy may forbid it; the older way is not asked for.
    }
  }
  return root !== null && copyBySelection(text, root);
}

function copyBySelection(text: string, root: ShadowRoot): boolean {
  const before = root.activeElement;
  const field = Document.prototype.createElement.call(document, 'textarea') as HTMLTextAreaElement;
  field.className = 'spoken';
  field.value = text;
  root.append(field);
  field.select();
  const done = Document.prototype.execCommand.call(document, 'copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return done;
}
