/** A page that names each element by itself has as many groups as elements. */
const most = 1_000;

/** Elements that look alike. */
class Group {
  readonly #enough: number;
  readonly #sample: number;
  #common = 0;

  constructor(enough: number, sample: number) {
    this.#enough = enough;
    this.#sample = sample;
  }

  /** Is the next one to be asked, or taken to be like the others? */
  get isAsked(): boolean {
    return this.#common < this.#enough || this.#common % this.#sample === 0;
  }

  /** Counts one; after one that differs all are asked again. */
  add(isCommon: boolean): void {
    this.#common = isCommon ? this.#common + 1 : -Infinity;
  }
}

/** Elements that look alike mostly give the same answer, and a browser takes microseconds for each: so few are asked. */
export class Sampling {
  readonly #groups = new Map<string, Group>();
  readonly #enough: number;
  readonly #sample: number;

  /**
   * @param enough So many of a group are asked before any is left out.
   * @param sample After these, one in so many is asked.
   */
  constructor(enough: number, sample: number) {
    this.#enough = enough;
    this.#sample = sample;
  }

  of(name: string): Group {
    let group = this.#groups.get(name);
    if (group === undefined) {
      if (this.#groups.size >= most) this.#groups.clear();
      group = new Group(this.#enough, this.#sample);
      this.#groups.set(name, group);
    }
    return group;
  }
}
