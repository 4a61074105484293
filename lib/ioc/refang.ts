import { scan } from './scan';

/** What `at` and `dot` stand for, by the letters they have beyond two. */
const signs = ['@', '.'];

const plain = (text: string): string =>
  text
    .replace(/[[({](\.|dot|:|@|at)[\])}]/gi, (_, sign: string) => signs[sign.length - 2] ?? sign)
    .replace(/\bhxxp(?=s?:)/gi, 'http');

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
