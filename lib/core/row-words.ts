/** An analyst pastes what the ticket shows, defanged. */
const plain = (word: string): string =>
  word
    .replace(/\[\.\]|\(\.\)|\[dot\]/g, '.')
    .replace(/^hxxp/, 'http')
    .replace(/\[:\]/g, ':')
    .replace(/\[@\]/g, '@');

interface Row {
  readonly ioc: { readonly kind: string; readonly value: string };
  readonly summary: string;
}

/** Does a row name all these words, in its value, kind or reason? Case does not count; defanged ones are understood. */
export function namesAll(words: string): (row: Row) => boolean {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean).map(plain);
  return ({ ioc, summary }) => {
    const text = `${ioc.value} ${ioc.kind} ${summary}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
}
