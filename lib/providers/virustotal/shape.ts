import { z } from 'zod';

const count = z.int().nonnegative().default(0);
/** A detail that is left out when it is not what the documentation says, rather than spoiling the answer. */
const text = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const texts = z.array(z.string()).default([]).catch([]);

const statsSchema = z.object({
  malicious: count,
  suspicious: count,
  harmless: count,
  undetected: count,
});

const attributesSchema = z.object({
  last_analysis_stats: statsSchema.prefault({}),
  last_analysis_date: number,
  last_modification_date: number,
  reputation: number,
  tags: texts.transform((tags) => tags.slice(0, 12).map((tag) => tag.slice(0, 60))),
  country: text,
  asn: number,
  as_owner: text,
  network: text,
  registrar: text,
  creation_date: number,
  categories: z.record(z.string(), z.string()).optional().catch(undefined),
  title: text,
  last_final_url: text,
  meaningful_name: text,
  names: texts,
  type_description: text,
  size: number,
  first_submission_date: number,
  popular_threat_classification: z.object({ suggested_threat_label: text }).optional().catch(undefined),
});

/** The parts of `GET /api/v3/{collection}/{id}` that are used (docs.virustotal.com/reference). */
export const objectSchema = z.object({ data: z.object({ id: z.string(), attributes: attributesSchema }) });

export const errorSchema = z.object({ error: z.object({ code: z.string() }) });

export type Stats = z.infer<typeof statsSchema>;
export type Attributes = z.infer<typeof attributesSchema>;
