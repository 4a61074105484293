import type { Bearer } from './bearer';
import { attributeOf, hasAttribute, hasAttributes, parentOf } from './dom';
import { Sight } from './gap';
import { Sampling } from './sampling';

/** How a row looks: what the rules of a page mostly go by. */
export class Look {
  /** Names and classes; null where an element has a style of its own. */
  #classes: string | null = '';
  /** Elements without attributes. */
  #bare = 0;

  add(element: Element, name: string, isBare: boolean): void {
    if (isBare) this.#bare += 1;
    else if (hasAttribute(element, 'style') || hasAttribute(element, 'hidden')) this.#classes = null;
    else if (this.#classes !== null) this.#classes += `${name}.${attributeOf(element, 'class') ?? ''} `;
  }

  /** Rows with the same one look alike; null where that cannot be told. */
  get text(): string | null {
    return this.#classes === null ? null : `${this.#classes}${this.#bare}`;
  }
}

/** Rows of one look that are asked in any case; of those after them, one in so many. */
const enough = 16;
const sample = 16;

/** Of each table, its rows by their looks. */
const tables = new WeakMap<Node, Sampling>();

const rowsIn = (table: Node): Sampling => {
  let rows = tables.get(table);
  if (rows === undefined) {
    rows = new Sampling(enough, sample);
    tables.set(table, rows);
  }
  return rows;
};

/**
 * Can a person see the text of a row that is far from the viewport? To ask of each indicator costs more than to find it, so
 * a row is taken to be seen like others of its table that look like it. Each indicator is asked before it is drawn.
 */
export class FarSight {
  readonly #sight = new Sight();
  readonly #alike: ReturnType<Sampling['of']> | null;
  readonly #isAsked: boolean;

  /** @param look Of what is in the row. */
  constructor(row: Element, look: Look) {
    look.add(row, '', !hasAttributes(row));
    const { text } = look;
    const table = text === null ? null : parentOf(row);
    this.#alike = table === null || text === null ? null : rowsIn(table).of(text);
    this.#isAsked = this.#alike?.isAsked ?? true;
    this.#alike?.add(true);
  }

  /** @param bearer Stands for its text. */
  isSeen(bearer: Bearer): boolean {
    if (!this.#isAsked) return true;
    const isSeen = this.#sight.isSeen(bearer);
    if (!isSeen) this.#alike?.add(false);
    return isSeen;
  }
}
