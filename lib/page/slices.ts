/** Work that may be interrupted wherever it yields. */
export type Work = Generator<void>;

/** What is before the reader's eyes, what changed, everything else. */
export type Urgency = 'near' | 'changed' | 'rest';

/** Milliseconds one slice may take: half a frame, so that a slice and the page's own frame fit together. */
const slice = 6;

/**
 * While the page moves its own frames go first: a slice takes what they leave over. Where they leave nothing, it waits
 * `patience` milliseconds and takes a `bit`: a thirtieth of the time of a page that has none to spare.
 */
const patience = 60;
const bit = 2;

interface Scheduler {
  postTask(task: () => void, options: { priority: 'user-visible' | 'background' }): Promise<unknown>;
}

/**
 * Lets the page breathe: the browser runs input and painting between two slices. Before a slice that nobody waits for, all else
 * goes first, for `patience` milliseconds. So Chromium ends a round of garbage collection, 35 to 55 ms in a table of 20,000
 * rows, between two slices and not in the midst of one.
 */
function breathe(go: () => unknown, isUrgent: boolean): void {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler === undefined) {
    setTimeout(go, 0);
    return;
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const once = (): void => {
    clearTimeout(timer);
    go();
  };
  if (!isUrgent) timer = setTimeout(once, patience);
  scheduler.postTask(once, { priority: isUrgent ? 'user-visible' : 'background' }).catch(() => undefined);
}

/** Runs work in slices, the most urgent first, so that no task of ours is long. */
export class Slices {
  readonly #queues: Readonly<Record<Urgency, Work[]>> = { near: [], changed: [], rest: [] };
  readonly #isMoving: () => boolean;
  #running = false;
  /** The call that waits until a moving page leaves something over. */
  #idle: number | null = null;
  /** What is asked for waits until the browser has nothing else to do. */
  #isWaiting = false;
  /** Counts slices, and what was asked for: one that comes after another, or after more urgent work, is let be. */
  #turn = 0;
  #stopped = false;

  /** @param isMoving Does the page scroll, or does text stream in? */
  constructor(isMoving: () => boolean) {
    this.#isMoving = isMoving;
  }

  /** Is work of this urgency still waiting? */
  has(urgency: Urgency): boolean {
    return this.#queues[urgency].length > 0;
  }

  add(urgency: Urgency, work: Work): void {
    if (this.#stopped) return;
    this.#queues[urgency].push(work);
    // The page may have come to rest while the last slice was put off: a saturated one puts it off for long.
    if (this.#idle !== null && !this.#isMoving()) cancelIdleCallback(this.#idle);
    else if (this.#running && !(this.#isWaiting && urgency !== 'rest')) return;
    this.#running = true;
    this.#later();
  }

  stop(): void {
    this.#stopped = true;
    for (const queue of Object.values(this.#queues)) queue.length = 0;
  }

  #later(): void {
    this.#idle = null;
    const { near, changed } = this.#queues;
    const isUrgent = document.hidden || near.length > 0 || changed.length > 0;
    this.#turn += 1;
    const turn = this.#turn;
    const isMoving = !document.hidden && this.#isMoving();
    this.#isWaiting = !isMoving && !isUrgent;
    if (!isMoving) breathe(() => turn === this.#turn && this.#go(slice), isUrgent);
    else {
      const go = (idle: IdleDeadline): void => {
        this.#idle = null;
        this.#go(idle.didTimeout ? bit : Math.min(slice, idle.timeRemaining()));
      };
      this.#idle = requestIdleCallback(go, { timeout: patience });
    }
  }

  /** One slice; one step of it at least. Work that fails ends, and the rest goes on. */
  #go(milliseconds: number): void {
    this.#isWaiting = false;
    this.#turn += 1;
    const until = performance.now() + milliseconds;
    let goesOn = true;
    try {
      do goesOn = this.#step();
      while (goesOn && performance.now() < until);
    } finally {
      if (goesOn) this.#later();
      else this.#running = false;
    }
  }

  /** False where nothing is left to do. */
  #step(): boolean {
    const queue = this.#next();
    const work = queue?.[0];
    if (queue === null || work === undefined) return false;
    let ended = true;
    try {
      ended = work.next().done === true;
    } finally {
      if (ended && queue[0] === work) queue.shift();
    }
    return true;
  }

  #next(): Work[] | null {
    const { near, changed, rest } = this.#queues;
    return near.length > 0 ? near : changed.length > 0 ? changed : rest.length > 0 ? rest : null;
  }
}
