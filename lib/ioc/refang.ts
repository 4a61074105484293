import { scan } from './scan';

/** `text` with every indicator in it in its canonical form; the rest as it was. */
export const refang = (text: string): string => {
  let out = '';
  let last = 0;
  for (const { value, start, end } of scan(text)) {
    out += text.slice(last, start) + value;
    last = end;
  }
  return out + text.slice(last);
};
