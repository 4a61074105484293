/** Where to cut a long text: after the last white space from `least` to `to`, or at `to` where there is none. */
export function spaceBefore(data: string, least: number, to: number): number {
  for (let at = to - 1; at > least; at -= 1) if (/\s/.test(data.charAt(at))) return at + 1;
  return to;
}
