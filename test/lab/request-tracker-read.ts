import type { Desk } from './request-tracker-create';
import type { Reply } from './reply';
import { type Condition, ticketSql } from './ticket-sql';
import { searchable, type Ticket } from './tickets';

/** `GET /ticket/ID`: here the id is a number, and custom fields come as a list. */
export function readTicket(desk: Desk, ticket: Ticket): Reply {
  return {
    status: 200,
    headers: { ETag: `"${ticket.history.length}"` },
    body: { ...shown(desk, ticket), _hyperlinks: [{ ref: 'self', type: 'ticket', id: ticket.id }] },
  };
}

/** `/tickets?query=TicketSQL`: without `fields` only references, whose id is a string. */
export function search(desk: Desk, query: URLSearchParams): Reply {
  let condition: Condition;
  try {
    condition = ticketSql(query.get('query') ?? '');
  } catch (error) {
    return {
      status: 400,
      body: { message: `${(error as Error).message} at lib/RT/Tickets.pm line 3187.\n` },
    };
  }
  const found = desk.tickets.filter((ticket) => condition((name) => searchable(ticket, name)));
  if (query.get('order') === 'DESC') found.reverse();
  const perPage = Number(query.get('per_page') ?? 20);
  const page = Number(query.get('page') ?? 1);
  const items = found.slice((page - 1) * perPage, page * perPage).map((ticket) => item(desk, ticket, query));
  const pages = Math.ceil(found.length / perPage);
  return {
    status: 200,
    body: { items, count: items.length, page, pages, per_page: perPage, total: found.length },
  };
}

function item(desk: Desk, ticket: Ticket, query: URLSearchParams): Record<string, unknown> {
  const reference = {
    id: String(ticket.id) as string | number,
    type: 'ticket',
    _url: `${desk.url}/REST/2.0/ticket/${ticket.id}`,
  };
  const wanted = (query.get('fields') ?? '').split(',').filter(Boolean);
  const all = shown(desk, ticket);
  if (query.get('fields[Queue]') === 'Name')
    all['Queue'] = { ...(all['Queue'] as object), Name: ticket.queue };
  const picked = wanted.filter((name) => name in all).map((name) => [name, all[name]] as const);
  return { ...reference, ...Object.fromEntries(picked) };
}

function shown(desk: Desk, ticket: Ticket): Record<string, unknown> {
  const api = `${desk.url}/REST/2.0`;
  const user = (name: string) => ({ id: name, type: 'user', _url: `${api}/user/${name}` });
  return {
    id: ticket.id,
    Type: 'ticket',
    Subject: ticket.subject,
    Status: ticket.status,
    Priority: String(ticket.priority),
    Queue: { id: '3', type: 'queue', _url: `${api}/queue/3` },
    Owner: user('Nobody'),
    Creator: user(ticket.creator),
    Created: ticket.created,
    LastUpdated: ticket.updated,
    Resolved: '1970-01-01T00:00:00Z',
    Requestor: ticket.requestors.map(user),
    CustomFields: desk.fields.map((name, at) => ({
      id: String(at + 2),
      name,
      type: 'customfield',
      _url: `${api}/customfield/${at + 2}`,
      values: ticket.fields.get(name) ?? [],
    })),
  };
}
