/** What keeps the engine from writing, in words for people. */
export interface Trouble {
  report(error: unknown): void;
  clear(): void;
  words(): string | null;
}

export function createTrouble(): Trouble {
  let now: string | null = null;
  return {
    report(error) {
      now = troubleWords(error);
    },
    clear() {
      now = null;
    },
    words: () => now,
  };
}

/** What a database error means, and what to do. */
function troubleWords(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') {
    return 'The disk is full: nothing new can be stored. Free some space; work goes on by itself.';
  }
  if (name === 'VersionError') {
    return 'The stored data comes from a newer Sightline. Update the extension.';
  }
  return 'The browser could not store the last result. It is tried again; if this stays, restart the browser.';
}
