import { attributeOf, nameOf, rectOf } from './dom';

/** A form field that holds text. */
export type Field = HTMLInputElement | HTMLTextAreaElement;

/** Types of `input` whose value a person reads as text. Never a password, a hidden field or a file. */
const readable: ReadonlySet<string> = new Set(['text', 'search', 'url', 'email', 'tel']);

/** What browsers fill in for a person is nobody's indicator (HTML, "autofill field"). */
const personal = /(?:^|\s)(?:one-time-code|(?:current|new)-password|cc-\S+|username)(?:\s|$)/i;

const getter = (of: { readonly prototype: object } | undefined, name: string): (() => unknown) | undefined =>
  of && Object.getOwnPropertyDescriptor(of.prototype, name)?.get;

const { HTMLInputElement: InputType, HTMLTextAreaElement: AreaType } = globalThis;
const inputValue = getter(InputType, 'value');
const inputType = getter(InputType, 'type');
const areaValue = getter(AreaType, 'value');

/** @param name its local name */
export const isField = (element: Element, name: string): element is Field =>
  name === 'input' || name === 'textarea';

/** A password, once and for all: pages turn it into text to show it. */
export const isSecret = (field: Field): boolean =>
  nameOf(field) === 'input' && inputType?.call(field) === 'password';

/** May its value be read at all? Asked anew each time: pages change what a field is. */
export function isReadable(field: Field): boolean {
  if (nameOf(field) === 'input' && !readable.has(String(inputType?.call(field)))) return false;
  if (personal.test(attributeOf(field, 'autocomplete') ?? '')) return false;
  const style: CSSStyleDeclaration & { webkitTextSecurity?: string } = getComputedStyle(field);
  return style.webkitTextSecurity === undefined || style.webkitTextSecurity === 'none';
}

/** Its value as it stands there now, whoever put it there. */
export const valueOf = (field: Field): string =>
  String((nameOf(field) === 'textarea' ? areaValue : inputValue)?.call(field) ?? '');

/** Does a person see it? */
export function isShown(field: Field): boolean {
  if (!Element.prototype.checkVisibility.call(field, { visibilityProperty: true, opacityProperty: true }))
    return false;
  const { width, height } = rectOf(field);
  return width > 1 && height > 1;
}

/** Is somebody in it? */
export const isFocused = (field: Field): boolean => Element.prototype.matches.call(field, ':focus');
