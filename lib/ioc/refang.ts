import { scan } from './scan';

const forms: readonly (readonly [RegExp, string])[] = [
  [/[[({](?:\.|dot)[\])}]/gi, '.'],
  [/\[:\]/g, ':'],
  [/[[({](?:@|at)[\])}]/gi, '@'],
  [/\bhxxp(?=s?:)/gi, 'http'],
];

const plain = (text: string): string => forms.reduce((out, [form, sign]) => out.replace(form, sign), text);

/** `text` with every indicator in its canonical form, and with the usual signs of defanging undone in the rest. */
export const refang = (text: string): string => {
  let out = '';
  let last = 0;
  for (const { value, start, end } of scan(text)) {
    out += plain(text.slice(last, start)) + value;
    last = end;
  }
  return out + plain(text.slice(last));
};
