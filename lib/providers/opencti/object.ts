import { z } from 'zod';
import { distinct } from '../../core/facts';

export const text = z.string().nullish().catch(undefined);

/** What every object of OpenCTI has. Its id alone must be there. */
export const objectFields = {
  id: z.string(),
  updated_at: text,
  objectLabel: z
    .array(z.object({ value: z.string() }))
    .nullish()
    .catch(undefined),
  objectMarking: z
    .array(z.object({ definition: z.string() }))
    .nullish()
    .catch(undefined),
  createdBy: z.object({ name: text }).nullish().catch(undefined),
};

interface Marked {
  readonly objectLabel?: readonly { readonly value: string }[] | null | undefined;
  readonly objectMarking?: readonly { readonly definition: string }[] | null | undefined;
  readonly createdBy?: { readonly name?: string | null | undefined } | null | undefined;
}

export const labelsOf = (objects: readonly Marked[]): string[] =>
  objects.flatMap(({ objectLabel }) => (objectLabel ?? []).map(({ value }) => value));

/** Who may see it (TLP), and who said it. */
export const originFacts = (objects: readonly Marked[]) => ({
  Marking: distinct(objects.flatMap((one) => (one.objectMarking ?? []).map(({ definition }) => definition))),
  Author: distinct(objects.map(({ createdBy }) => createdBy?.name)).slice(0, 3),
});
