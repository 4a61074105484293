import type { Page } from 'puppeteer-core';
import type { Read } from './check-hostile';
import type { Firefox } from './firefox';

/** A node as WebDriver BiDi serialises it, as far as it is used. */
interface Remote {
  readonly sharedId?: string;
  readonly value?: {
    readonly nodeType: number;
    readonly nodeValue?: string;
    readonly localName?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly Remote[];
    readonly shadowRoot?: Remote | null;
  };
}

interface Evaluated<T> {
  readonly result?: { readonly result: T; readonly exceptionDetails?: { readonly text: string } };
}

interface Connection {
  send<T>(method: string, parameters: object): Promise<Evaluated<T>>;
}

const connectionOf = ({ browser }: Firefox): Connection =>
  (browser as unknown as { connection: Connection }).connection;

/** A world of the tool's own in the page's document: it sees the DOM as it is, whatever the page made of it. */
const targetOf = (page: Page, sandbox?: string) => ({
  context: (page.mainFrame() as unknown as Readonly<Record<string, string>>)['_id'],
  ...(sandbox === undefined ? {} : { sandbox }),
});

/** Evaluates an expression in the page's own world, or in a world of the tool's own. */
export async function sayInFirefox<T>(
  firefox: Firefox,
  page: Page,
  expression: string,
  sandbox?: string,
): Promise<T> {
  const { result } = await connectionOf(firefox).send<T>('script.evaluate', {
    expression,
    target: targetOf(page, sandbox),
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 50, includeShadowTree: 'all' },
  });
  if (result?.exceptionDetails !== undefined) throw new Error(result.exceptionDetails.text);
  return result?.result as T;
}

/** Every node of the closed root of the extension's host element in this page. */
async function nodesIn(firefox: Firefox, page: Page): Promise<readonly Remote[]> {
  const query = `document.querySelector('[data-sightline]')`;
  const host = await sayInFirefox<Remote>(firefox, page, query, 'test');
  const root = host.value?.shadowRoot;
  return root === undefined || root === null ? [] : [...walk(root)];
}

/** Calls a function with this node as `this`. */
async function askOf(
  firefox: Firefox,
  page: Page,
  sharedId: string,
  functionDeclaration: string,
): Promise<unknown> {
  const { result } = await connectionOf(firefox).send<{ readonly value?: unknown }>('script.callFunction', {
    functionDeclaration,
    this: { sharedId },
    target: targetOf(page, 'test'),
    awaitPromise: false,
  });
  return result?.result.value;
}

/** The closed root of the extension's host element in this page, or null where there is none or it is empty. */
export async function closedRootInFirefox(firefox: Firefox, page: Page): Promise<Read | null> {
  const nodes = await nodesIn(firefox, page);
  const text = nodes
    .filter(({ value }) => value?.nodeType === 3)
    .map(({ value }) => value?.nodeValue ?? '')
    .join('\n');
  const { sharedId } = nodes.find(({ value }) => value?.localName === 'dialog') ?? {};
  if (text === '' || sharedId === undefined) return null;
  return { text, ask: (functionDeclaration) => askOf(firefox, page, sharedId, functionDeclaration) };
}

/** The boxes of the badges in this page, as they stand in its window. */
export async function badgesInFirefox(firefox: Firefox, page: Page): Promise<readonly DOMRectReadOnly[]> {
  const boxes: DOMRectReadOnly[] = [];
  for (const { sharedId, value } of await nodesIn(firefox, page)) {
    if (sharedId === undefined || value?.attributes?.['class']?.split(' ')[2] !== 'small') continue;
    const box = await askOf(
      firefox,
      page,
      sharedId,
      'function () { return JSON.stringify(this.getBoundingClientRect()) }',
    );
    boxes.push(JSON.parse(String(box)) as DOMRectReadOnly);
  }
  return boxes;
}

function* walk(node: Remote): Generator<Remote> {
  yield node;
  for (const child of node.value?.children ?? []) yield* walk(child);
}
