import { z } from 'zod';
import { addressFields, openAddress } from '../core/address';
import { under } from '../core/base-url';
import { clip } from '../core/clip';
import type { Priority, TicketRef, TicketState } from '../core/draft';
import { fail, ok, type Result } from '../core/failure';
import { parseMarkdown } from '../core/markdown/parse';
import { defineTracker, type TrackerContext } from '../core/plugin';
import { rest, sqlString, who } from './request-tracker/api';
import { toHtml } from './request-tracker/html';
import {
  createdSchema,
  idsSchema,
  queueSchema,
  sentencesSchema,
  ticketSchema,
  ticketsSchema,
  versionSchema,
  type Ticket,
} from './request-tracker/shape';

const settingsSchema = z.object({
  ...addressFields(z.string(), z.boolean(), ''),
  token: z
    .string()
    .default('')
    .meta({ title: 'Token', description: 'Settings, Auth Tokens in Request Tracker', secret: true }),
  queue: z.string().min(1).default('Investigations').meta({ title: 'Queue' }),
  externalIdField: z.string().default('External ID').meta({
    title: 'Custom field for the external id',
    description: 'Keeps Investigations from being filed twice. Without it the subject carries the id.',
  }),
  iocField: z.string().default('IOC').meta({ title: 'Custom field for IOCs' }),
});

type Context = TrackerContext<typeof settingsSchema>;
type Settings = z.infer<typeof settingsSchema>;

/** Low, Medium and High of a fresh Request Tracker (`%PriorityAsString`). */
const priorities: Readonly<Record<Priority, number>> = { low: 0, normal: 50, high: 100, urgent: 100 };

export default defineTracker({
  id: 'request-tracker',
  name: who,
  homepage: 'https://bestpractical.com/request-tracker',
  settings: settingsSchema,
  origins: openAddress.origins,
  missing(settings) {
    const { baseUrl, token } = settings;
    if (baseUrl === '') return 'Needs the address of your Request Tracker.';
    return token === '' ? 'Needs a token.' : openAddress.missing(settings);
  },
  // Tickets are searched in the database itself.
  searchLag: 0,

  async test(context) {
    const { settings } = context;
    const version = await rest(context, '/rt', versionSchema);
    if (!version.ok) return version;
    const queue = await queueOf(context);
    if (!queue.ok) {
      // A queue that does not exist and one that may not be seen look the same.
      const { status } = queue.failure;
      if (status !== 403 && status !== 404) return queue;
      const words = `There is no queue “${settings.queue}” that the token's user may see. Check its name.`;
      return fail('missing', words, { status });
    }
    if (!queue.value.mayCreate) {
      return fail(
        'refused',
        `The token's user may not create tickets in “${settings.queue}”. Ask for that right.`,
      );
    }
    const { externalIdField, iocField } = settings;
    const warnings = [
      ...(queue.value.fields.includes(externalIdField)
        ? []
        : [missing(externalIdField, 'the subject carries the external id instead')]),
      ...(queue.value.fields.includes(iocField) ? [] : [missing(iocField, 'IOCs stand in the text alone')]),
    ];
    return ok({ summary: `Request Tracker ${version.value.Version}, queue “${settings.queue}”.`, warnings });
  },

  async find(externalId, context) {
    const field = context.settings.externalIdField;
    const inSubject = `Subject LIKE ${sqlString(externalId)}`;
    // Any queue: people move tickets.
    const query =
      field === '' ? inSubject : `(${sqlString(`CF.{${field}}`)} = ${sqlString(externalId)} OR ${inSubject})`;
    const found = await rest(context, search(query, 'Subject,Status,CustomFields'), ticketsSchema);
    if (!found.ok) return found;
    const active = await activeIds(query, context);
    if (!active.ok) return active;
    return ok(
      found.value.items
        .filter((ticket) => carries(ticket, externalId, context.settings))
        .map((ticket) => stateOf(ticket, active.value, externalId, context.settings)),
    );
  },

  async create(draft, context) {
    const { settings } = context;
    const queue = await queueOf(context);
    const known = queue.ok ? queue.value.fields : [];
    const kept = known.includes(settings.externalIdField);
    const subject = clip(draft.title, 150);
    const created = await rest(context, '/ticket', createdSchema, {
      method: 'POST',
      body: {
        Queue: settings.queue,
        Subject: kept ? subject : withId(subject, draft.externalId),
        Content: toHtml(parseMarkdown(draft.body)),
        ContentType: 'text/html',
        Priority: priorities[draft.priority],
        InitialPriority: priorities[draft.priority],
        // A field the queue does not have would be dropped without a word.
        CustomFields: {
          ...(kept && { [settings.externalIdField]: draft.externalId }),
          ...(known.includes(settings.iocField) && {
            [settings.iocField]: draft.iocs.map(({ value }) => value),
          }),
        },
      },
    });
    if (!created.ok) return created;
    if (kept) await keepId(created.value.id, subject, draft.externalId, context);
    return ok(refOf(created.value.id, settings));
  },

  async read(ref, context) {
    const ticket = await rest(context, `/ticket/${encodeURIComponent(ref.id)}`, ticketSchema);
    if (!ticket.ok) return ticket;
    const active = await activeIds(`id = ${sqlString(ticket.value.id)}`, context);
    return active.ok ? ok(stateOf(ticket.value, active.value, null, context.settings)) : active;
  },

  async comment(ref, markdown, context) {
    const said = await rest(context, `/ticket/${encodeURIComponent(ref.id)}/comment`, sentencesSchema, {
      method: 'POST',
      body: { Content: toHtml(parseMarkdown(markdown)), ContentType: 'text/html' },
    });
    return said.ok ? ok(null) : said;
  },
});

const withId = (subject: string, externalId: string): string => `${subject} [${externalId}]`;

/** Without the right to set the field, its value was dropped without a word: then the subject must carry the id. */
async function keepId(id: string, subject: string, externalId: string, context: Context): Promise<void> {
  const ticket = await rest(context, `/ticket/${id}`, ticketSchema);
  if (!ticket.ok || carries(ticket.value, externalId, context.settings)) return;
  const body = { Subject: withId(subject, externalId) };
  // Whether that worked is seen when the ticket is read back.
  await rest(context, `/ticket/${id}`, sentencesSchema, { method: 'PUT', body });
}

const queueOf = (context: Context) =>
  rest(context, `/queue/${encodeURIComponent(context.settings.queue)}`, queueSchema);

const missing = (field: string, consequence: string): string =>
  `The queue has no custom field “${field}”: ${consequence}.`;

const search = (query: string, fields: string): string =>
  `/tickets?${new URLSearchParams({ query, fields, orderby: 'id', order: 'DESC', per_page: '20' }).toString()}`;

/** Which status counts as open differs between lifecycles; only Request Tracker itself can tell. */
async function activeIds(query: string, context: Context): Promise<Result<ReadonlySet<string>>> {
  const found = await rest(context, search(`${query} AND Status = '__Active__'`, 'Status'), idsSchema);
  return found.ok ? ok(new Set(found.value.items.map(({ id }) => id))) : found;
}

/** The id as the custom field's value or in brackets in the subject; `…-1` must not pass for `…-12`. */
function carries(ticket: Ticket, externalId: string | null, { externalIdField }: Settings): boolean {
  const values = ticket.CustomFields.find(({ name }) => name === externalIdField)?.values ?? [];
  if (externalId !== null) return values.includes(externalId) || ticket.Subject.includes(`[${externalId}]`);
  return (
    values.some((value) => value.startsWith('sightline-')) || /\[sightline-[0-9a-f-]+\]/.test(ticket.Subject)
  );
}

const stateOf = (
  ticket: Ticket,
  active: ReadonlySet<string>,
  externalId: string | null,
  settings: Settings,
): TicketState => ({
  ref: refOf(ticket.id, settings),
  title: ticket.Subject,
  status: ticket.Status,
  open: active.has(ticket.id),
  carriesId: carries(ticket, externalId, settings),
});

const refOf = (id: string, { baseUrl }: Settings): TicketRef => ({
  key: `#${id}`,
  id,
  url: under(baseUrl, `/Ticket/Display.html?id=${encodeURIComponent(id)}`),
});
