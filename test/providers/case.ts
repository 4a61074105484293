import type { Ioc } from '../../lib/ioc';
import type { Level } from '../../lib/core/verdict';

/** A documented answer, written by us, and what it must be read as. */
interface Example {
  readonly name: string;
  readonly ioc: Ioc;
  readonly status?: number;
  readonly body: unknown;
  readonly reads: { readonly level: Level | null; readonly summary: string } | 'none' | 'failure';
}

/** What the contract suite needs to know of a source that is asked over the network. */
export interface ProviderCase {
  /** Makes its requests go to a loopback server. */
  readonly settings: (baseUrl: string) => Record<string, unknown>;
  /** The secret in those settings, if it has one. */
  readonly key?: string;
  readonly examples: readonly Example[];
  /** Path (and query) that an indicator must be asked at. */
  readonly paths: readonly (readonly [Ioc, string])[];
}
