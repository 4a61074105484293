import type { FailureCode } from '../../lib/core/failure';
import type { Level } from '../../lib/core/verdict';
import type { Ioc } from '../../lib/ioc';
import type { SubmitCase } from './submit-case';

/** A documented answer, written by us, and what it must be read as. */
interface Example {
  readonly name: string;
  readonly ioc: Ioc;
  readonly status?: number;
  /** Text or bytes are sent as they are, all else as JSON. */
  readonly body: unknown;
  readonly reads:
    | { readonly level: Level | null; readonly summary: string; readonly asOf?: number }
    | 'none'
    /** Of whatever code, or of this one. */
    | 'failure'
    | FailureCode;
}

/** How the provider must ask: `GET` and no body unless told. */
interface Asks {
  readonly method?: 'POST' | 'PUT';
  /** The exact text of the body; an object is compared as JSON. */
  readonly body?: unknown;
}

/** An answer under `../shared/fixtures`, when that lies beside the checkout. */
interface RecordedAnswer {
  /** Its path there, ending included. */
  readonly file: string;
  readonly status?: number;
  readonly ioc: Ioc;
  /** The level (`null` for facts alone), `none`, or the code of the failure. */
  readonly reads: Level | null | 'none' | FailureCode;
  /** Settings other than the plain ones of the case. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Several indicators in one request: how they are asked, the answer, and what is read for each. */
interface Together {
  readonly iocs: readonly Ioc[];
  readonly asked: Asks & { readonly path: string };
  readonly body: unknown;
  readonly reads: readonly (Level | null | 'none' | FailureCode)[];
}

/** What the contract suite needs to know of a source that is asked over the network. The file's name is the source's id. */
export interface ProviderCase {
  /** Makes its requests go to a loopback server. */
  readonly settings: (baseUrl: string) => Record<string, unknown>;
  /** The secret in those settings, if it has one. */
  readonly key?: string;
  /** How the key travels: a header and its whole value, or `query` where the API takes it nowhere else. A header that is the key alone unless told. */
  readonly carries?: readonly [header: string, value: string] | 'query';
  /** What fresh settings lack, in words: "Needs a key." for a source with a key, nothing for one without, unless told. */
  readonly needs?: string | null;
  readonly examples: readonly Example[];
  /** Path (and query, the key left out) that an indicator must be asked at, and how if it is no plain GET. */
  readonly paths: readonly (readonly [Ioc, string, Asks?])[];
  /** Where the documented meaning of a failure of the suite is another: its name, and the code it must have. */
  readonly differs?: Readonly<Record<string, FailureCode | 'none'>>;
  /** Several indicators in one request, where the source takes them so. */
  readonly batched?: readonly Together[];
  readonly recorded?: readonly RecordedAnswer[];
  /** Each way to submit something to it. */
  readonly submits?: readonly SubmitCase[];
}
