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
  /**
   * What its pages look like on any host: an element (a CSS selector), the path, the title (`*` is any text in both), or
   * several of them together. One sign is enough; titles alone are weak, since pages write what users wrote there.
   */
  signs: z.array(
    z
      .strictObject({
        element: z.string().min(3).optional(),
        path: z.string().min(1).optional(),
        title: z.string().min(3).optional(),
      })
      .refine((sign) => Object.keys(sign).length > 0),
  ),
  /** Do its pages keep in form fields what others show as text? */
  formFields: z.boolean(),
  /** See `core/row-hints.ts`. */
  hints: z.strictObject({ fields: words, times: words, sources: words, destinations: words }),
  /** Where its origins, signs and names were learnt. */
  evidence: words.min(1),
});

export type Console = z.infer<typeof consoleSchema>;
