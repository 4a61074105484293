import { z } from 'zod';
import { priorities } from '../../lib/core/draft';
import { tlps } from '../../lib/core/tlp';
import { levels } from '../../lib/core/verdict';
import { verdictRules } from '../../lib/core/verdict-policy';
import { kinds } from '../../lib/ioc';
import type { Messages, Name } from '../../lib/messages';
import { framePattern, modes } from '../../lib/settings';

const ioc = z.strictObject({ kind: z.enum(kinds), value: z.string().min(1).max(4096) });
const endpoint = exact(
  z.strictObject({ ip: z.union([z.ipv4(), z.ipv6()]), port: z.int().min(1).max(65_535).optional() }),
);
const time = z.strictObject({ at: z.int(), zone: z.string().min(1).max(64), assumed: z.boolean() });
const row = exact(
  z.strictObject({
    field: z.string().min(1).max(80).optional(),
    time: time.optional(),
    source: endpoint.optional(),
    destination: endpoint.optional(),
  }),
);
const iocs = z.array(ioc).max(100_000);
const isValue = (line: string): boolean => line.length > 0 && line.length <= 4096;
const lines = z
  .string()
  .max(16 * 1024 * 1024)
  .refine((all) => all.split('\n').every(isValue));
const gathered = exact(z.partialRecord(z.enum(kinds), lines));
const key = z.string().min(3).max(4200);
const none = z.strictObject({});
const origin = z.string().regex(/^https?:\/\/[^/*\s]+$/);
const frames = z.array(z.string().regex(framePattern)).max(20);
const triggers = ['hover', 'auto', 'card', 'selection', 'popup', 'panel', 'retry'] as const;
/** A pasted or dropped log; the panel sends larger files in parts. */
const text = z.string().max(64 * 1024 * 1024);
const description = z.string().max(100_000);
const pluginSettings = z.record(z.string(), z.unknown());

/** What each request must look like. A page script is code we wrote, in a process we do not trust. */
export const requestSchemas: { readonly [N in Name]: z.ZodType<Messages[N]['request']> } = {
  'page.hello': none,
  'page.front': none,
  'page.found': z.strictObject({ added: gathered, removed: gathered }),
  'page.visible': z.strictObject({ iocs }),
  'page.card': z.strictObject({ ioc, row }),
  'page.left': z.strictObject({ what: z.enum(['card', 'page']) }),
  'page.pointer': z.strictObject({ from: z.string().max(32), card: z.boolean() }),
  'report.get': z.strictObject({ key }),
  enrich: exact(
    z.strictObject({
      iocs,
      trigger: z.enum(triggers),
      again: z.boolean().optional(),
      row: row.optional(),
    }),
  ),
  'source.ask': z.strictObject({ ioc, provider: z.string() }),
  'source.submit': z.strictObject({ ioc, provider: z.string(), submit: z.string() }),
  'report.open': z.strictObject({ key }),
  'draft.open': z.strictObject({ key }),
  hide: z.strictObject({ key, hidden: z.boolean() }),
  'tab.state': z.strictObject({ tabId: z.int() }),
  'tab.rows': z.strictObject({ tabId: z.int(), words: z.string().max(4096) }),
  'site.want': exact(z.strictObject({ origin, tabId: z.int().nullable(), frames: frames.optional() })),
  'site.set': exact(
    z.strictObject({
      origin,
      on: z.boolean().optional(),
      mode: z.enum(modes).optional(),
      frames: frames.optional(),
      formFields: z.boolean().optional(),
    }),
  ),
  'site.remove': z.strictObject({ origin }),
  pause: z.strictObject({ paused: z.boolean() }),
  'batch.preview': z.strictObject({ text }),
  'batch.start': z.strictObject({ text, title: z.string().max(200) }),
  'batch.get': z.strictObject({ id: z.string() }),
  'batch.last': none,
  'batch.rows': z.strictObject({ id: z.string(), words: z.string().max(4096) }),
  listed: z.strictObject({ iocs: iocs.max(5000) }),
  'batch.cancel': z.strictObject({ id: z.string() }),
  history: z.strictObject({ before: z.number().nullable(), limit: z.int().min(1).max(500) }),
  budgets: none,
  'scratch.get': z.strictObject({ name: z.string() }),
  'scratch.set': z.strictObject({ name: z.string(), text }),
  'draft.get': z.strictObject({ key }),
  'draft.save': z.strictObject({
    key,
    title: z.string().max(255),
    body: z.string().max(60_000),
    priority: z.enum(priorities),
  }),
  'verdict.override': z.strictObject({
    key,
    level: z.enum(levels).nullable(),
    reason: z.string().max(500),
  }),
  'investigation.file': z.strictObject({ key }),
  'held.file': none,
  attention: none,
  'options.get': none,
  'plugin.set': exact(
    z.strictObject({ id: z.string(), on: z.boolean().optional(), settings: pluginSettings.optional() }),
  ),
  'plugin.ondemand': z.strictObject({ id: z.string(), onDemand: z.boolean() }),
  'secret.set': z.strictObject({ id: z.string(), field: z.string(), value: z.string().max(4096) }),
  'plugin.test': z.strictObject({ id: z.string() }),
  'plugin.weight': z.strictObject({ id: z.string(), weight: z.number().min(0).max(1).nullable() }),
  'investigations.set': exact(
    z.strictObject({
      tracker: z.string().nullable().optional(),
      automatic: z.boolean().optional(),
      perHour: z.int().min(1).max(1000).optional(),
    }),
  ),
  'verdict.set': exact(
    z.strictObject({
      rule: z.enum(verdictRules).optional(),
      quorum: z.int().min(1).max(20).optional(),
      staleDays: z.int().min(1).max(3650).optional(),
    }),
  ),
  'opsec.set': exact(
    z.strictObject({
      tlp: z.enum(tlps).optional(),
      internalDomains: z.array(z.string().min(1)).optional(),
      internalRanges: z.array(z.string().min(1)).optional(),
      askReserved: z.boolean().optional(),
      autoPerDay: z.int().min(0).optional(),
    }),
  ),
  'list.import': exact(
    z.strictObject({
      name: z.string().min(1).max(100),
      text,
      level: z.enum(levels),
      parts: z.int().min(0).max(64).optional(),
    }),
  ),
  'list.remove': z.strictObject({ name: z.string() }),
  'custom.get': none,
  'custom.save': z.strictObject({ text: description }),
  'custom.remove': z.strictObject({ id: z.string() }),
  'custom.try': z.strictObject({ text: description, value: z.string().max(4096) }),
  'configuration.export': none,
  'configuration.import': z.strictObject({ text }),
  'data.delete': none,
  'panel.view': none,
};

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** zod says `a?: T | undefined`; a message that crossed the channel has no `undefined`, so `a?: T` holds. */
function exact<T>(schema: z.ZodType<T>): z.ZodType<Defined<T>> {
  return schema as unknown as z.ZodType<Defined<T>>;
}
