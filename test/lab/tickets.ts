/** One ticket in the lab's Request Tracker. */
export interface Ticket {
  readonly id: number;
  queue: string;
  subject: string;
  status: string;
  priority: number;
  readonly creator: string;
  readonly created: string;
  updated: string;
  readonly requestors: readonly string[];
  readonly fields: Map<string, readonly string[]>;
  readonly refersTo: readonly string[];
  readonly history: Entry[];
}

/** One message of a ticket. */
export interface Entry {
  readonly id: number;
  readonly type: 'Create' | 'Comment' | 'Correspond';
  readonly creator: string;
  readonly at: string;
  readonly content: string;
  readonly contentType: string;
}

/** RT's times have no fraction. */
export const stamp = (): string => new Date().toISOString().replace(/\.\d+/, '');

/** What a search may ask of a ticket, by TicketSQL's names. */
export function searchable(ticket: Ticket, name: string): readonly string[] {
  const custom = /^CF\.\{(.*)\}$/.exec(name)?.[1];
  if (custom !== undefined) return ticket.fields.get(custom) ?? [];
  switch (name.toLowerCase()) {
    case 'id':
      return [String(ticket.id)];
    case 'queue':
      return [ticket.queue];
    case 'subject':
      return [ticket.subject];
    case 'status':
      return [ticket.status];
    case 'content':
      return ticket.history.map((entry) => entry.content);
    default:
      return [];
  }
}
