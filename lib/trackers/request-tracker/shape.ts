import { z } from 'zod';

/** Request Tracker writes ids as numbers in some answers and as strings in others. */
const id = z.union([z.string(), z.number()]).transform(String);

export const versionSchema = z.object({ Version: z.string() });

/** What matters of a queue: the names of its custom fields, and whether the token's user may create in it. */
export const queueSchema = z
  .object({
    TicketCustomFields: z.array(z.object({ name: z.string() })).default([]),
    _hyperlinks: z.array(z.object({ ref: z.string(), type: z.string().optional() })).default([]),
  })
  .transform(({ TicketCustomFields: fields, _hyperlinks: links }) => ({
    fields: fields.map(({ name }) => name),
    mayCreate: links.some(({ ref, type }) => ref === 'create' && type === 'ticket'),
  }));

export const createdSchema = z.object({ id });

export const ticketSchema = z.object({
  id,
  Subject: z.string().default(''),
  Status: z.string(),
  // An empty string where the ticket has none.
  CustomFields: z.array(z.object({ name: z.string(), values: z.array(z.string()).default([]) })).catch([]),
});

export const ticketsSchema = z.object({ items: z.array(ticketSchema) });
export const idsSchema = z.object({ items: z.array(z.object({ id })) });

/** A comment's answer is a list of sentences. */
export const sentencesSchema = z.array(z.string());

export type Ticket = z.infer<typeof ticketSchema>;
