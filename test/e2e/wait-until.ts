import { setTimeout as wait } from 'node:timers/promises';

/** Waits until something holds. Throws with its name after `seconds`. */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  seconds = 60,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await holds()) return;
    await wait(150);
  }
  throw new Error(`Waited ${seconds} s for ${what}.`);
}
