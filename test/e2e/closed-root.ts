import type { CDPSession, Frame, Page } from 'playwright-core';

/** A node of the DevTools protocol, as far as it is used. */
interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly backendNodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly (Node & { readonly shadowRootType?: string })[];
  readonly contentDocument?: Node;
}

/** What stands in a closed shadow root: the page cannot see it, the DevTools protocol can. */
export interface ClosedRoot {
  /** Every text in it, one line per text node. */
  readonly text: string;
  /** Clicks the element with this tag whose text or `aria-label` contains `words`, with a real, trusted click. */
  click(words: string, tag?: string): Promise<void>;
  /** The outer box of the first element, in CSS pixels. */
  box(): Promise<{ x: number; y: number; width: number; height: number }>;
  /** Calls a function with the first element as `this`, in a world that the page cannot reach. */
  ask(functionDeclaration: string): Promise<unknown>;
}

/** The closed root of the extension's host element in this page, or null where there is none or it is empty. */
export async function closedRoot(page: Page): Promise<ClosedRoot | null> {
  const session = await page.context().newCDPSession(page);
  const shadow = await shadowIn(session);
  if (!shadow) return null;
  const text = textOf(shadow);
  if (text === '') return null;
  const first = () => {
    const element = [...walk(shadow)].find((node) => node.nodeType === 1 && !isTag(node, 'style'));
    if (!element) throw new Error('The closed root holds no element.');
    return element;
  };
  return {
    text,
    async click(words, tag = 'button') {
      const target = [...walk(shadow)].find((node) => isTag(node, tag) && labelOf(node).includes(words));
      if (!target) throw new Error(`No ${tag} says "${words}" in:\n${text}`);
      // A hand takes its time; nobody presses what has come just now.
      await page.waitForTimeout(450);
      const { x, y, width, height } = await boxOf(session, target);
      await page.mouse.click(x + width / 2, y + height / 2);
    },
    box: async () => boxOf(session, first()),
    ask: async (functionDeclaration) => {
      const { frameTree } = await session.send('Page.getFrameTree');
      const { executionContextId } = await session.send('Page.createIsolatedWorld', {
        frameId: frameTree.frame.id,
      });
      const { backendNodeId } = first();
      const { object } = await session.send('DOM.resolveNode', { backendNodeId, executionContextId });
      const { objectId = '' } = object;
      const { result } = await session.send('Runtime.callFunctionOn', { functionDeclaration, objectId });
      return result.value;
    },
  };
}

/** A badge on the page: its level, and its box in CSS pixels. */
export interface Badge {
  readonly level: string;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every badge that the extension draws in the top document. */
export async function badgesOn(page: Page): Promise<readonly Badge[]> {
  const session = await page.context().newCDPSession(page);
  const shadow = await shadowIn(session);
  const badges: Badge[] = [];
  for (const node of shadow ? walk(shadow) : []) {
    const [, level, size] = attributeOf(node, 'class').split(' ');
    if (!isTag(node, 'svg') || level === undefined || size !== 'small') continue;
    const { backendNodeId } = node;
    // One that went meanwhile is no badge any more.
    const reply = await session.send('DOM.getContentQuads', { backendNodeId }).catch(() => null);
    const [left, top, , , , bottom] = reply?.quads[0] ?? [];
    if (left !== undefined && top !== undefined && bottom !== undefined)
      badges.push({ level, left, top, bottom });
  }
  await session.detach();
  return badges;
}

/** What stands in the extension's closed root in this one frame, whichever process has it; '' where there is none. */
export async function rootText(frame: Frame): Promise<string> {
  const page = frame.page();
  // Only a frame in a process of its own has a session of its own.
  const session = await page
    .context()
    .newCDPSession(frame)
    .catch(() => page.context().newCDPSession(page));
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
  await session.detach();
  const named = (node: Node) => isTag(node, 'iframe') && attributeOf(node, 'name') === frame.name();
  const inside = frame.parentFrame() === null ? undefined : [...walk(root)].find(named)?.contentDocument;
  const html = (inside ?? root).children?.find(({ nodeType }) => nodeType === 1);
  const host = html?.children?.find((node) => node.attributes?.includes('data-sightline'));
  return host === undefined ? '' : textOf(host);
}

async function shadowIn(session: CDPSession): Promise<Node | undefined> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
  // Else each session hears of every change from now on, and a flood of them holds up the page.
  await session.send('DOM.disable');
  const host = [...walk(root)].find((node) => node.attributes?.includes('data-sightline'));
  return host?.shadowRoots?.[0];
}

function* walk(node: Node): Generator<Node> {
  yield node;
  const inside = [...(node.children ?? []), ...(node.shadowRoots ?? []), node.contentDocument];
  for (const child of inside) if (child) yield* walk(child);
}

const textOf = (node: Node): string =>
  [...walk(node)]
    .filter(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue.trim() !== '')
    .map(({ nodeValue }) => nodeValue)
    .join('\n');

const isTag = (node: Node, tag: string): boolean => node.nodeName.toLowerCase() === tag;

function attributeOf(node: Node, name: string): string {
  const at = node.attributes?.indexOf(name) ?? -1;
  return at >= 0 && at % 2 === 0 ? (node.attributes?.[at + 1] ?? '') : '';
}

const labelOf = (node: Node): string =>
  `${attributeOf(node, 'aria-label')} ${textOf(node).replaceAll('\n', ' ')}`;

async function boxOf(session: CDPSession, { backendNodeId }: Node) {
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
  const [x = 0, y = 0] = model.border;
  return { x, y, width: model.width, height: model.height };
}
