import { clip } from '../../core/clip';
import { attributeOf, isElement } from '../dom';
import { isField } from '../form-field';
import { seenText } from './text';

/** Characters of a label. */
const longest = 80;

/** What a page calls the form field that a range selects: its label, else its name. Null where it selects none. */
export function fieldLabel({ startContainer, startOffset, endOffset }: Range): string | null {
  const field = endOffset === startOffset + 1 ? startContainer.childNodes[startOffset] : undefined;
  if (field === undefined || !isElement(field) || !isField(field, field.localName)) return null;
  const id = attributeOf(field, 'id') ?? '';
  const labels = (startContainer.getRootNode() as Document | ShadowRoot).querySelectorAll('label');
  const label = id === '' ? undefined : [...labels].find((one) => attributeOf(one, 'for') === id);
  const words = label === undefined ? '' : seenText(label, longest * 2);
  const name = [words, attributeOf(field, 'aria-label'), attributeOf(field, 'name'), id].find(Boolean) ?? '';
  return clip(name.trim(), longest).replace(/\s*:$/, '');
}
