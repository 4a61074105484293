import { asciiUrl } from './ascii-host';

/**
 * The forms in which the same URL is typed, the given one first: in Unicode as people read it or in ASCII as browsers send
 * it, and a bare host with or without its slash. For systems that keep a URL as it came and compare it letter by letter.
 */
export function urlForms(url: string): readonly string[] {
  const bare = /^[a-z][a-z\d+.-]*:\/\/[^/?#]+$/i;
  return [
    ...new Set(
      [url, asciiUrl(url)].flatMap((one) => {
        if (bare.test(one)) return [one, `${one}/`];
        const shorter = one.replace(/\/$/, '');
        return one !== shorter && bare.test(shorter) ? [one, shorter] : [one];
      }),
    ),
  ];
}
