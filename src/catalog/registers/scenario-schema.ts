import { z } from 'zod';
import { fieldRoles } from '../../workspace/index.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
/** Ids or names under which a dataset may have the field. */
const field = z.array(z.string().min(1)).min(1);
const values = z.array(scalar).min(1);
const count = z.int().positive();

export const textSchema = z.strictObject({ zh: z.string().exactOptional(), en: z.string().exactOptional() });

const base = {
  id: z.string().min(1),
  description: textSchema.default({}),
  level: z.enum(['required', 'wanted']),
  source: z.string().default(''),
};

const problem = (en: string, zh: string) => ({ code: 'custom' as const, message: en, params: { en, zh } });

const range = z
  .strictObject({ min: z.number(), max: z.number(), bins: count })
  .superRefine(({ min, max }, context) => {
    if (min >= max)
      context.addIssue(problem(`min ${min} is not below max ${max}`, `min ${min} 不小于 max ${max}`));
  });

const kinds = {
  field: { field, unit: z.string().exactOptional(), role: z.enum(fieldRoles).exactOptional() },
  rate: { field, interval: z.number().positive() },
  volume: { records: count, per: field.exactOptional() },
  coverage: {
    field,
    values: values.exactOptional(),
    range: range.exactOptional(),
    share: z.number().positive().max(1).exactOptional(),
  },
  labels: { field, classes: values.exactOptional(), records: count },
  freshness: { field: field.exactOptional(), days: z.number().positive() },
  quality: {
    measure: z.string().min(1),
    field: field.exactOptional(),
    op: z.enum(['>=', '<=', '>', '<', '=']),
    value: z.number(),
  },
};

const known = z.looseObject({
  kind: z.enum(['field', 'rate', 'volume', 'coverage', 'labels', 'freshness', 'quality']),
});

/** One demand of a scenario, see `Requirement`. */
export const requirementSchema = known
  .pipe(
    z.discriminatedUnion('kind', [
      z.strictObject({ ...base, kind: z.literal('field'), ...kinds.field }),
      z.strictObject({ ...base, kind: z.literal('rate'), ...kinds.rate }),
      z.strictObject({ ...base, kind: z.literal('volume'), ...kinds.volume }),
      z.strictObject({ ...base, kind: z.literal('coverage'), ...kinds.coverage }),
      z.strictObject({ ...base, kind: z.literal('labels'), ...kinds.labels }),
      z.strictObject({ ...base, kind: z.literal('freshness'), ...kinds.freshness }),
      z.strictObject({ ...base, kind: z.literal('quality'), ...kinds.quality }),
    ]),
  )
  .superRefine((requirement, context) => {
    if (requirement.kind !== 'coverage') return;
    if ((requirement.values === undefined) === (requirement.range === undefined)) {
      context.addIssue(
        problem('a coverage has either values or a range', 'coverage 须给出 values 或 range 之一'),
      );
    }
  });

/** Content of a scenario file; the id is the file's name where it gives none. */
export const scenarioSchema = z.strictObject({
  id: z.string().exactOptional(),
  title: textSchema,
  description: textSchema.default({}),
  version: z.string().default(''),
  license: z.string().nullable().default(null),
  industry: z.string().nullable().default(null),
  keywords: z.array(z.string()).default([]),
  requirements: z
    .array(requirementSchema)
    .min(1)
    .superRefine((requirements, context) => {
      const ids = requirements.map(({ id }) => id);
      const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
      if (twice < 0) return;
      const id = ids[twice];
      context.addIssue({
        ...problem(`two requirements have the id "${id}"`, `有两条要求使用标识 "${id}"`),
        path: [twice, 'id'],
      });
    }),
});
