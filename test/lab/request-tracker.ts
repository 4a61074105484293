import { createTicket, type Desk } from './request-tracker-create';
import { ticketPage, historyFragment } from './request-tracker-page';
import { readTicket, search } from './request-tracker-read';
import type { Asked, Reply } from './reply';
import { type Piece, serve } from './serve';
import { stamp, type Ticket } from './tickets';

export interface RequestTracker extends Piece {
  /** May do everything in the queue. */
  readonly token: string;
  /** May see, and nothing else. */
  readonly readerToken: string;
  readonly queue: string;
  readonly tickets: readonly Ticket[];
  /** The custom fields that the queue has; a value for any other is dropped in silence. */
  defineFields(names: readonly string[]): void;
  /** Puts a ticket there as if a mail had come in. */
  receive(subject: string, html: string): Ticket;
}

const token = `1-35-${'5e'.repeat(16)}`;
const readerToken = `1-36-${'0b'.repeat(16)}`;

/** Request Tracker 5.0.3 as recorded: REST 2 under `/REST/2.0`, pages for a signed-in browser beside it. */
export async function startRequestTracker(): Promise<RequestTracker> {
  const desk: Desk = {
    url: '',
    queue: 'Investigations',
    fields: ['External ID', 'IOC'],
    tickets: [],
    entries: 0,
  };
  const piece = await serve('request-tracker', (asked) => {
    desk.url = `http://${asked.headers['host'] ?? asked.url.host}`;
    return asked.url.pathname.startsWith('/REST/2.0/') ? rest(desk, asked) : page(desk, asked.url);
  });
  desk.url = piece.url;
  return {
    ...piece,
    token,
    readerToken,
    queue: desk.queue,
    tickets: desk.tickets,
    defineFields: (names) => void (desk.fields = [...names]),
    receive(subject, html) {
      const content = { Queue: desk.queue, Subject: subject, Content: html, ContentType: 'text/html' };
      createTicket(desk, 'mail-gateway', content);
      return desk.tickets[desk.tickets.length - 1] as Ticket;
    },
  };
}

function rest(desk: Desk, asked: Asked): Reply {
  const { method, url, headers } = asked;
  const given = /^token (.+)$/.exec(headers['authorization'] ?? '')?.[1];
  const reader = given === readerToken;
  if (given !== token && !reader) {
    // A wrong token in a browser's request leads to the login page; anything else gets a 401.
    return given !== undefined && /Mozilla/.test(headers['user-agent'] ?? '')
      ? { status: 302, headers: { Location: '/' }, body: 'Login required' }
      : says(401, 'Unauthorized');
  }
  const [collection = '', id, action] = url.pathname.slice('/REST/2.0/'.length).split('/');
  if (collection === 'rt') return { status: 200, body: { Version: '5.0.3+dfsg-3~deb12u6', Plugins: [] } };
  if (collection === 'queue' && id !== undefined) return queue(desk, decodeURIComponent(id), !reader);
  if (collection === 'queues') return queues(desk);
  if (collection === 'tickets') {
    const query = method === 'POST' ? new URLSearchParams(asked.body) : url.searchParams;
    return search(desk, query);
  }
  if (collection !== 'ticket') return says(404, 'Not Found');
  if (id === undefined)
    return method === 'POST' ? create(desk, asked, reader) : says(405, 'Method Not Allowed');
  const ticket = desk.tickets.find((one) => String(one.id) === id);
  if (!ticket) return says(404, 'Not Found');
  if (method === 'GET' && action === undefined) return readTicket(desk, ticket);
  if (method === 'POST' && (action === 'comment' || action === 'correspond')) {
    return reader ? says(400, 'Permission Denied') : comment(desk, ticket, action, asked);
  }
  if (method === 'PUT') return update(desk, ticket, asked, reader);
  return says(405, 'Method Not Allowed');
}

function create(desk: Desk, asked: Asked, reader: boolean): Reply {
  if (!isJson(asked)) return says(415, 'Unsupported Media Type');
  const fields = parse(asked.body);
  if (!fields) return notJson;
  if (fields['Queue'] === undefined) return says(400, 'Could not create ticket. Queue not set');
  if (reader || fields['Queue'] !== desk.queue) {
    return says(403, `No permission to create tickets in the queue '${String(fields['Queue'])}'`);
  }
  return createTicket(desk, 'soc-ext', fields);
}

function comment(desk: Desk, ticket: Ticket, action: string, asked: Asked): Reply {
  const json = isJson(asked);
  const fields = json ? parse(asked.body) : { Content: asked.body };
  if (!fields) return notJson;
  const type = action === 'comment' ? 'Comment' : 'Correspond';
  const contentType = String(fields['ContentType'] ?? 'text/plain');
  const content = String(fields['Content'] ?? '');
  const id = (desk.entries += 1);
  ticket.history.push({ id, type, creator: 'soc-ext', at: stamp(), content, contentType });
  ticket.updated = stamp();
  const headers = { Location: `/REST/2.0/transaction/${id}` };
  return { status: 201, headers, body: [type === 'Comment' ? 'Comments added' : 'Correspondence added'] };
}

/** RT answers 200 even to what it refuses; the sentences tell. */
function update(desk: Desk, ticket: Ticket, asked: Asked, reader: boolean): Reply {
  const fields = parse(asked.body);
  if (!fields) return notJson;
  if (reader) return { status: 200, body: [`Ticket ${ticket.id}: Permission Denied`] };
  const said: string[] = [];
  const status = fields['Status'];
  if (typeof status === 'string' && status !== ticket.status) {
    const valid = ['new', 'open', 'stalled', 'resolved', 'rejected', 'deleted'].includes(status);
    said.push(
      valid
        ? `Ticket ${ticket.id}: Status changed from '${ticket.status}' to '${status}'`
        : `Ticket ${ticket.id}: Status '${status}' isn't a valid status for this ticket.`,
    );
    if (valid) ticket.status = status;
  }
  for (const [name, value] of Object.entries((fields['CustomFields'] ?? {}) as Record<string, unknown>)) {
    if (desk.fields.includes(name)) ticket.fields.set(name, [value].flat().map(String));
    said.push(...(desk.fields.includes(name) ? [`${name} changed`] : []));
  }
  ticket.updated = stamp();
  return { status: 200, body: said };
}

function queue(desk: Desk, name: string, mayCreate: boolean): Reply {
  if (name !== desk.queue && name !== '3') return says(403, 'Forbidden');
  const api = `${desk.url}/REST/2.0`;
  const self = { ref: 'self', type: 'queue', id: 3, _url: `${api}/queue/3` };
  const create = { ref: 'create', type: 'ticket', _url: `${api}/ticket?Queue=3` };
  const fields = desk.fields.map((field, at) => ({
    ref: 'customfield',
    type: 'customfield',
    id: String(at + 2),
    name: field,
    _url: `${api}/customfield/${at + 2}`,
  }));
  const body = {
    id: 3,
    Name: desk.queue,
    Lifecycle: 'default',
    Disabled: '0',
    TicketCustomFields: fields,
    _hyperlinks: mayCreate ? [self, create] : [self],
  };
  return { status: 200, headers: { ETag: '"32"' }, body };
}

function queues(desk: Desk): Reply {
  const items = [{ type: 'queue', id: '3', Name: desk.queue, _url: `${desk.url}/REST/2.0/queue/3` }];
  return { status: 200, body: { items, count: 1, page: 1, pages: null, per_page: 20, total: null } };
}

function page(desk: Desk, url: URL): Reply {
  const ticket = desk.tickets.find((one) => String(one.id) === url.searchParams.get('id'));
  if (url.pathname === '/Ticket/Display.html' && ticket)
    return { status: 200, body: ticketPage(desk, ticket) };
  if (url.pathname === '/Helpers/TicketHistory' && ticket)
    return { status: 200, body: historyFragment(ticket) };
  if (url.pathname === '/') return { status: 200, body: '<!doctype html><title>Login</title><h1>Login</h1>' };
  return { status: 404, body: '<!doctype html><title>404</title><h1>Not found</h1>' };
}

const isJson = ({ headers }: Asked): boolean =>
  (headers['content-type'] ?? '').startsWith('application/json');

function parse(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const says = (status: number, message: string): Reply => ({ status, body: { message } });

const notJson = says(400, 'JSON parse error: malformed JSON string, at character offset 0\n');
