/**
 * Text from outside as one bounded line: white space and control characters become one space, and characters that
 * reorder text (bidirectional controls) go, since they could make a row say what it does not.
 */
export function clip(text: string, length = 200): string {
  const line = text
    .slice(0, length * 4)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}
