import type { PanelView } from '../../messages';

/** The view that an address names (`#report=KEY`, `#draft=KEY`, `#batch=ID`); null where it names none. */
export function viewOfHash(hash: string): PanelView | null {
  const [name, ...rest] = hash.replace(/^#/, '').split('=');
  const value = decoded(rest.join('='));
  if (value === null || value === '') return null;
  if (name === 'report' || name === 'draft') return { show: name, key: value };
  return name === 'batch' ? { show: 'batch', id: value } : null;
}

export function hashOfView(view: PanelView): string {
  if (view.show === 'report' || view.show === 'draft') return `#${view.show}=${encodeURIComponent(view.key)}`;
  return view.show === 'batch' ? `#batch=${encodeURIComponent(view.id)}` : '';
}

/** A person may have typed it: a broken escape names nothing. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
