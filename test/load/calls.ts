import type { Engine } from '../../lib/engine';

/** What the tests and benches ask of a worker: a method of the engine by its name. */
interface Call {
  readonly call: string;
  readonly with: readonly unknown[];
}

/** Lets the extension's pages call every method of the engine. */
export function answerCalls(engine: Engine): void {
  chrome.runtime.onMessage.addListener(({ call, with: given }: Call, _sender, reply) => {
    const method = engine[call as keyof typeof engine] as (...given: readonly unknown[]) => unknown;
    void Promise.resolve(method(...given)).then(reply);
    return true;
  });
}
