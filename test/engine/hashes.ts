const digest = crypto.subtle.digest.bind(crypto.subtle);
const under = new Set<Promise<ArrayBuffer>>();

/** Milliseconds that each hash takes longer, as on a busy machine: hashes are made in threads, which wait for a core. */
export const hashes = { late: 0 };

crypto.subtle.digest = (...about) => {
  const { late } = hashes;
  const made =
    late === 0
      ? digest(...about)
      : new Promise((resolve) => setTimeout(resolve, late)).then(() => digest(...about));
  under.add(made);
  const forget = () => under.delete(made);
  void made.then(forget, forget);
  return made;
};

/** Waits until no hash is being made; those who asked for one have then gone on. */
export async function hashed(): Promise<void> {
  while (under.size > 0) {
    await Promise.allSettled(under);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
