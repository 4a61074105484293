import type { Loaded } from '../test/load/browser';

/** Megabytes of objects in the worker, after garbage collection. */
export async function workerHeap({ browser }: Loaded): Promise<number> {
  const session = await (await browser.observe()).newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(browser.id));
  if (worker === undefined) return NaN;
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: worker.targetId });
  const call = (id: number, method: string) =>
    new Promise<{ usedSize?: number }>((resolve) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const answer = JSON.parse(message) as { id: number; result: { usedSize?: number } };
        if (answer.id === id) resolve(answer.result);
      });
      void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    });
  await call(1, 'HeapProfiler.collectGarbage');
  const { usedSize = NaN } = await call(2, 'Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}
