import { defang, type Ioc } from '../ioc';

/** Copies from one of the extension's own pages. False where the browser refused. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export const copyIoc = (ioc: Ioc, how: 'defanged' | 'plain'): Promise<boolean> =>
  copyText(how === 'defanged' ? defang(ioc.value) : ioc.value);
