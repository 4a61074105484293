/** A stretch of one text node and where it stands in the run. */
interface Piece<N> {
  readonly node: N;
  /** Offset in the node's own text. */
  readonly from: number;
  /** Offset in the run. */
  readonly at: number;
  readonly length: number;
}

/** A place in the page: a text node and an offset in it. */
export interface Place<N> {
  readonly node: N;
  readonly offset: number;
}

/** Breaks nothing for a reader: `<wbr>`'s text forms, soft hyphens, word joiners. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/g;

/** Most text has none of these, and goes into the run as it is. */
const special = /[\u00a0\u00ad\u200b\u2060\ufeff]/;

/**
 * Between two stretches. No indicator reaches over it, and it begins and ends a line for what is read around one: so all
 * stretches of a row are looked through at once, which costs a third of looking at each.
 */
export const gulf = '\n\0\n';

/**
 * What a person reads as one stretch of text, joined from the text nodes of inline elements, with the way back; and the
 * stretches after it, behind a gulf each.
 */
export class RunText<N> {
  /** Put together when somebody asks: all at once costs less than one after the other. */
  #parts: string[] = [];
  #length = 0;
  /** Where the last stretch begins. */
  #begun = 0;
  /** Most runs are one piece of one node, and a page has a hundred thousand of them. */
  #first: Piece<N> | null = null;
  #more: Piece<N>[] | null = null;
  #asked = 0;

  /** Unseen characters left out, no-break spaces as spaces. */
  get text(): string {
    if (this.#parts.length > 1) this.#parts = [this.#parts.join('')];
    return this.#parts[0] ?? '';
  }

  get length(): number {
    return this.#length;
  }

  /** Characters of the last stretch. */
  get stretch(): number {
    return this.#length - this.#begun;
  }

  /** Ends the stretch: what is added later is read apart from it. */
  break(): void {
    if (this.stretch === 0) return;
    this.#parts.push(gulf);
    this.#length += gulf.length;
    this.#begun = this.#length;
  }

  /** The last character is one that an indicator could go on from. */
  get open(): boolean {
    return this.stretch > 0 && !/\s/.test(this.#parts.at(-1)?.at(-1) ?? '');
  }

  add(node: N, data: string, from = 0, to = data.length): void {
    const part = from === 0 && to === data.length ? data : data.slice(from, to);
    if (!special.test(part)) {
      this.#push(node, part, from);
      return;
    }
    let start = 0;
    for (const { index } of part.matchAll(unseen)) {
      this.#push(node, part.slice(start, index).replaceAll('\u00a0', ' '), from + start);
      start = index + 1;
    }
    this.#push(node, part.slice(start).replaceAll('\u00a0', ' '), from + start);
  }

  #push(node: N, part: string, from: number): void {
    if (part === '') return;
    const piece = { node, from, at: this.#length, length: part.length };
    if (this.#first === null) this.#first = piece;
    else (this.#more ??= [this.#first]).push(piece);
    this.#parts.push(part);
    this.#length += part.length;
  }

  /** The node that holds a character of the run. */
  nodeAt(offset: number): N | undefined {
    return this.#pieceAt(offset)?.node;
  }

  /** Where a range of the run begins and ends in the page. The end stays in the node of the last character. */
  places(start: number, end: number): { readonly start: Place<N>; readonly end: Place<N> } | null {
    const first = this.#pieceAt(start);
    const last = this.#pieceAt(end - 1);
    if (first === undefined || last === undefined) return null;
    return {
      start: { node: first.node, offset: first.from + start - first.at },
      end: { node: last.node, offset: last.from + end - last.at },
    };
  }

  /** What is asked for in order is mostly where the last was, or right behind it. */
  #pieceAt(offset: number): Piece<N> | undefined {
    const pieces = this.#more;
    if (pieces === null) return isIn(this.#first, offset) ? this.#first : undefined;
    for (let at = this.#asked; at <= this.#asked + 1; at += 1) {
      const piece = pieces[at];
      if (!isIn(piece, offset)) continue;
      this.#asked = at;
      return piece;
    }
    this.#asked = indexIn(pieces, offset);
    return pieces[this.#asked];
  }
}

const isIn = <N>(piece: Piece<N> | null | undefined, offset: number): piece is Piece<N> =>
  piece !== null && piece !== undefined && offset >= piece.at && offset < piece.at + piece.length;

/** Which piece holds a character; -1 where none does. */
function indexIn(pieces: readonly Piece<unknown>[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece === undefined) break;
    if (offset < piece.at) high = middle - 1;
    else if (offset >= piece.at + piece.length) low = middle + 1;
    else return middle;
  }
  return -1;
}
