import type { Reply } from './reply';
import { stamp, type Ticket } from './tickets';

/** What the lab's Request Tracker holds. */
export interface Desk {
  url: string;
  readonly queue: string;
  /** Names of the queue's custom fields. */
  fields: readonly string[];
  readonly tickets: Ticket[];
  entries: number;
}

/**
 * Makes a ticket out of REST 2 fields. As recorded: a custom field that the queue does not have is dropped in silence,
 * the id in the answer is a string, attachments need a type.
 */
export function createTicket(desk: Desk, creator: string, fields: Readonly<Record<string, unknown>>): Reply {
  const attachments = (fields['Attachments'] ?? []) as readonly Record<string, unknown>[];
  if (attachments.some((one) => one['FileType'] === undefined)) {
    const message = 'FileType is a required field for each attachment in Attachments';
    return { status: 400, body: { message } };
  }
  const id = desk.tickets.length + 1;
  const at = stamp();
  const custom = Object.entries((fields['CustomFields'] ?? {}) as Record<string, unknown>)
    .filter(([name]) => desk.fields.includes(name))
    .map(([name, value]) => [name, [value].flat().map(String)] as const);
  desk.tickets.push({
    id,
    queue: desk.queue,
    subject: String(fields['Subject'] ?? ''),
    status: String(fields['Status'] ?? 'new'),
    priority: Number(fields['Priority'] ?? 0),
    creator,
    created: at,
    updated: at,
    requestors: [fields['Requestor'] ?? []].flat().map(String),
    fields: new Map(custom),
    refersTo: [fields['RefersTo'] ?? []].flat().map(String),
    history: [
      {
        id: (desk.entries += 1),
        type: 'Create',
        creator,
        at,
        content: String(fields['Content'] ?? ''),
        contentType: String(fields['ContentType'] ?? 'text/plain'),
      },
    ],
  });
  return {
    status: 201,
    headers: { Location: `/REST/2.0/ticket/${id}` },
    body: { id: String(id), type: 'ticket', _url: `${desk.url}/REST/2.0/ticket/${id}` },
  };
}
