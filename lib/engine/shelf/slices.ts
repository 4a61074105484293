/** Milliseconds of work before others get a turn. */
const longest = 12;
/** Items between two looks at the clock. */
const stride = 8;

/** Goes through items without holding up the worker: messages and answers get in between. */
export async function inSlices<T>(
  items: Iterable<T>,
  take: (item: T) => void | Promise<void>,
): Promise<void> {
  let began = performance.now();
  let count = 0;
  for (const item of items) {
    const taken = take(item);
    if (taken !== undefined) await taken;
    count += 1;
    if (count % stride !== 0 || performance.now() - began < longest) continue;
    await breath();
    began = performance.now();
  }
}

/** Lets everything else that waits have its turn. */
const breath = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 0);
  });
