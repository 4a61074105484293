import { z } from 'zod';

export const myselfSchema = z.object({ displayName: z.string() });

export const createdSchema = z.object({ id: z.string(), key: z.string() });

const typeSchema = z.object({ id: z.string(), name: z.string() });
const fieldSchema = z
  .object({
    fieldId: z.string().optional(),
    key: z.string().optional(),
    name: z.string().default(''),
    required: z.boolean().default(false),
    hasDefaultValue: z.boolean().default(false),
  })
  .transform(({ fieldId, key, ...field }) => ({ ...field, id: fieldId ?? key ?? '' }));

/** Cloud names the list after what is in it, Data Center calls it `values`. */
export const typesSchema = z
  .object({ issueTypes: z.array(typeSchema).optional(), values: z.array(typeSchema).optional() })
  .transform(({ issueTypes, values }) => issueTypes ?? values ?? []);

export const fieldsSchema = z
  .object({ fields: z.array(fieldSchema).optional(), values: z.array(fieldSchema).optional() })
  .transform(({ fields, values }) => fields ?? values ?? []);

export const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string().default(''),
    labels: z.array(z.string()).default([]),
    status: z
      .object({ name: z.string(), statusCategory: z.object({ key: z.string() }).optional() })
      .optional(),
  }),
});

export const searchSchema = z.object({ issues: z.array(issueSchema) });

/** A refusal: sentences about the whole, and one for each field that is wrong. */
export const errorSchema = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});

export type Issue = z.infer<typeof issueSchema>;
