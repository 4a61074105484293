import { keyOf } from '../core/enrichment';
import type { Ioc } from '../ioc';

/** Questions that are out, by source and what they are about: a second one waits and finds the answer stored. */
export interface Flights {
  has(provider: string, about: Ioc): boolean;
  /** Resolves when that question has its answer. */
  landed(provider: string, about: Ioc): Promise<void>;
  /** Notes that this is being asked. Returns what ends that. */
  start(provider: string, about: Ioc): () => void;
}

export function createFlights(): Flights {
  const out = new Map<string, Promise<void>>();
  const nameOf = (provider: string, about: Ioc) => `${provider} ${keyOf(about)}`;
  return {
    has: (provider, about) => out.has(nameOf(provider, about)),
    async landed(provider, about) {
      await out.get(nameOf(provider, about));
    },
    start(provider, about) {
      let end = () => {};
      const name = nameOf(provider, about);
      out.set(name, new Promise((resolve) => (end = resolve)));
      return () => {
        out.delete(name);
        end();
      };
    },
  };
}
