import { z } from 'zod';

/** `https://host/path*`; a host may begin with `*.`. */
const pattern = z.string().regex(/^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\S*$/);

const words = z.array(z.string().min(1));

/** What a data file in this folder says of one console. Data alone: no code, no expression. */
export const consoleSchema = z.strictObject({
  name: z.string().min(1),
  /** Where its makers serve it. Empty for one that every team installs on hosts of its own. */
  origins: z.array(pattern),
  /** Frames of other origins that hold its tables. */
  frames: z.array(pattern),
  /** What its pages look like on any host: path (`*` is any text), part of the title, or both. One sign is enough. */
  signs: z.array(
    z
      .strictObject({ path: z.string().min(1).optional(), title: z.string().min(3).optional() })
      .refine(({ path, title }) => path !== undefined || title !== undefined),
  ),
  /** Do its pages keep in form fields what others show as text? */
  formFields: z.boolean(),
  /** See `core/row-hints.ts`. */
  hints: z.strictObject({ fields: words, times: words, sources: words, destinations: words }),
});

export type Console = z.infer<typeof consoleSchema>;
