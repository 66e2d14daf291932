import { z } from 'zod';
import { parseCondition } from '../methods/condition/index.ts';
import { cardItems, codeSystems, fieldRoles, ZhujiError } from '../workspace/index.ts';
import { patternProblem } from './declaring/pattern.ts';

const textSchema = z.strictObject({ zh: z.string().optional(), en: z.string().optional() });

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const pattern = z.string().superRefine((text, context) => {
  const problem = patternProblem(text);
  if (problem) context.addIssue({ code: 'custom', message: problem.en, params: problem });
});

const condition = z.string().superRefine((text, context) => {
  try {
    parseCondition(text);
  } catch (error) {
    if (!ZhujiError.is(error)) throw error;
    const params = { en: error.in('en').message, zh: error.in('zh').message };
    context.addIssue({ code: 'custom', message: params.en, params });
  }
});

const fieldDeclaration = z.strictObject({
  title: textSchema.optional(),
  description: textSchema.optional(),
  /** As the publisher writes it, e.g. `N·m`. */
  unit: z.string().optional(),
  role: z.enum(fieldRoles).optional(),
  range: z.strictObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
  /** The only values that it may take. */
  values: z.array(scalar).min(1).optional(),
  /** Regular expression for the whole text. */
  pattern: pattern.optional(),
  /** Code system that its values belong to, e.g. `gtin`. */
  codeSystem: z.enum(codeSystems).optional(),
  /** Of a time: distance of neighbouring records; seconds for dates and times, else the field's unit. */
  interval: z.number().positive().optional(),
  /** Of a label: number of records of each class. */
  classes: z.record(z.string(), z.int().nonnegative()).optional(),
  /** Of a status: fields of the same record set whose values it qualifies. */
  qualifies: z.array(z.string()).min(1).optional(),
  /** `record_set.field`, or a field of the same record set: the only values that may occur here. */
  references: z.string().optional(),
});

const ruleDeclaration = z.strictObject({
  id: z.string().min(1),
  /** See `src/methods/condition`: over field ids, true of every record. */
  condition,
  /** How far both sides of an equation may differ, relative to the larger one. */
  tolerance: z.number().nonnegative().optional(),
  description: textSchema.optional(),
});

const tableDeclaration = {
  /** Fields that together are unique. */
  key: z.array(z.string()).min(1).optional(),
  /** Number of records that the publisher states. */
  rows: z.int().nonnegative().optional(),
  rules: z.array(ruleDeclaration).optional(),
};

/**
 * What a publisher says about a dataset and its file cannot show. Everything is optional; what is not said is listed
 * as unknown in the entry. `fields` is keyed by the field's name in the source or by its id, with `<record set>.` before
 * it where several tables have it. `key`, `rows` and `rules` stand at the top for a dataset of one table, else under
 * `recordSets`.
 */
export const datasetDeclaration = z.strictObject({
  id: z.string().optional(),
  title: textSchema.optional(),
  description: textSchema.optional(),
  keywords: z.array(z.string()).optional(),
  version: z.string().optional(),
  license: z.string().optional(),
  creator: z.string().optional(),
  datePublished: z.iso.date().optional(),
  maturity: z.enum(['resource', 'dataset', 'product']).optional(),
  resourceType: z.enum(['knowledge', 'realtime', 'business']).optional(),
  /** True for data that a simulator made; `provenance` then says with what. */
  generated: z.boolean().optional(),
  provenance: z.string().optional(),
  /** What a data card says beside the structure, e.g. `limitations`, `processing`, `baselineResults`. */
  card: z.partialRecord(z.enum(cardItems), textSchema).optional(),
  fields: z.record(z.string(), fieldDeclaration).optional(),
  ...tableDeclaration,
  recordSets: z
    .record(z.string(), z.strictObject({ title: textSchema.optional(), ...tableDeclaration }))
    .optional(),
});

export type DatasetDeclaration = z.infer<typeof datasetDeclaration>;
export type FieldDeclaration = NonNullable<DatasetDeclaration['fields']>[string];
export type RecordSetDeclaration = NonNullable<DatasetDeclaration['recordSets']>[string];
export type RuleDeclaration = NonNullable<DatasetDeclaration['rules']>[number];
