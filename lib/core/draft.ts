import type { Ioc } from '../ioc';
import type { Tlp } from './tlp';

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;

export type Priority = (typeof priorities)[number];

/** An Investigation that has not been sent. The body is Markdown; each tracker turns it into its own markup. */
export interface Draft {
  /** `sightline-` and 16 hex digits; the same in every browser of the team (see `core/external-id.ts`). */
  readonly externalId: string;
  readonly title: string;
  readonly body: string;
  readonly priority: Priority;
  readonly tlp: Tlp;
  readonly iocs: readonly Ioc[];
}

export interface TicketRef {
  /** What people call it: `SEC-1432`, `#17`. */
  readonly key: string;
  /** What the tracker's API calls it. */
  readonly id: string;
  readonly url: string;
}

export interface TicketState {
  readonly ref: TicketRef;
  readonly title: string;
  /** The tracker's own word. */
  readonly status: string;
  readonly open: boolean;
  /** The external id was found on it when it was read. */
  readonly carriesId: boolean;
}
