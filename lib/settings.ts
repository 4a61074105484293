import { z } from 'zod';
import { customSourceSchema } from './custom';
import { tlps } from './core/tlp';
import { defaultVerdictPolicy, verdictRules } from './core/verdict-policy';
import { readRow, writeRow } from './settings-db';

/** What a site's pages may cause: only what is known is shown · a hover asks · what is on screen is asked. */
export const modes = ['known', 'hover', 'auto'] as const;

/** `scheme://host/*`; a leading `*.` stands for any subdomain of at least two more labels. */
export const framePattern =
  /^https?:\/\/(?:\*\.(?:[a-z0-9-]+\.)+[a-z0-9-]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*)\/\*$/;

const siteSchema = z.strictObject({
  /** `scheme://host[:port]`. The browser's grant knows no port; this list does. */
  origin: z.string().regex(/^https?:\/\/[^/*\s]+$/, 'An origin such as https://siem.corp.example'),
  on: z.boolean().default(true),
  mode: z.enum(modes).default('hover'),
  /** Frames of other origins that belong to its pages, as a console's preset names them: read in this site's tabs alone. */
  frames: z
    .array(z.string().regex(framePattern, 'A pattern such as https://*.portal.corp.example/*'))
    .default([]),
  /** Reads values of form fields too, where a console keeps there what others show as text. */
  formFields: z.boolean().default(false),
});

const pluginSchema = z.looseObject({
  on: z.boolean().optional(),
  /** Overrides the plug-in's own ceiling: what it may see at most. */
  maxTlp: z.enum(tlps).optional(),
  /** Asked only where a person names it; by default what has a tiny budget (Censys). */
  onDemand: z.boolean().optional(),
});

/** How answers become one level (`core/verdict-policy.ts`). */
const verdictSchema = z.strictObject({
  rule: z.enum(verdictRules).default(defaultVerdictPolicy.rule),
  /** Sources that must say malicious under the rule `quorum`. */
  quorum: z.int().min(1).max(20).default(defaultVerdictPolicy.quorum),
  /** Days after which evidence counts half. */
  staleDays: z.int().min(1).max(3650).default(defaultVerdictPolicy.staleDays),
  /** By source id, 0 to 1: how far its judgement counts, instead of its own weight. */
  weights: z.record(z.string(), z.number().min(0).max(1)).default({}),
});

/** The one configuration document: options page, import and export, managed policy, tests. Never holds a secret. */
export const configurationSchema = z.strictObject({
  version: z.literal(1).default(1),
  paused: z.boolean().default(false),
  sites: z.array(siteSchema).default([]),
  /** By plug-in id: `on` and the plug-in's own settings. */
  sources: z.record(z.string(), pluginSchema).default({}),
  trackers: z.record(z.string(), pluginSchema).default({}),
  /** Sources that are described instead of programmed. Their settings stand under `sources`, as `custom-ID`. */
  customSources: z
    .array(customSourceSchema)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'Two sources have the same id.')
    .default([]),
  investigations: z
    .strictObject({
      tracker: z.string().nullable().default(null),
      automatic: z.boolean().default(false),
      /** Opened by itself in any hour; more are held as drafts. */
      perHour: z.int().min(1).max(1000).default(10),
    })
    .prefault({}),
  opsec: z
    .strictObject({
      /** How an indicator is marked when nobody said otherwise. */
      tlp: z.enum(tlps).default('green'),
      /** Suffixes that are never asked about: `corp.example` covers `mail.corp.example`. */
      internalDomains: z.array(z.string().min(1)).default([]),
      /** CIDR ranges that are never asked about, besides the private ones. */
      internalRanges: z.array(z.string().min(1)).default([]),
      /** Ask about documentation ranges and reserved names too, for training and tests. Private addresses never. */
      askReserved: z.boolean().default(false),
    })
    .prefault({}),
  verdict: verdictSchema.prefault({}),
  /** Enrichments that pages in mode `auto` may start in a day (UTC), over all sites. */
  autoPerDay: z.int().min(0).max(100_000).default(200),
});

export type Configuration = z.infer<typeof configurationSchema>;

/** The configuration in force. A stored document that no longer fits is kept and reported, never overwritten. */
export async function loadConfiguration(): Promise<Configuration> {
  return configurationSchema.parse((await readRow('configuration', 'current')) ?? {});
}

export async function saveConfiguration(configuration: Configuration): Promise<void> {
  await writeRow('configuration', 'current', configurationSchema.parse(configuration));
}
