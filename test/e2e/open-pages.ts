interface Closable {
  close(): Promise<void>;
}

type List = () => readonly Closable[] | Promise<readonly Closable[]>;

const browsers = new Set<List>();

/** Adds a browser that was started by what lists its pages. Answers the way to forget it. */
export function listPages(list: List): () => void {
  browsers.add(list);
  return () => void browsers.delete(list);
}

/** Every page that is open in the browsers of this test file. */
export async function openPages(): Promise<readonly Closable[]> {
  return (await Promise.all([...browsers].map(async (list) => list()))).flat();
}
