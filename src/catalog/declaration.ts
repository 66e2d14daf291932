import { z } from 'zod';
import { codeSystems, fieldRoles } from '../workspace/index.ts';

const textSchema = z.strictObject({ zh: z.string().optional(), en: z.string().optional() });

const fieldDeclaration = z.strictObject({
  title: textSchema.optional(),
  description: textSchema.optional(),
  /** As the publisher writes it, e.g. `N·m`. */
  unit: z.string().optional(),
  role: z.enum(fieldRoles).optional(),
  range: z.strictObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
  /** Code system that its values belong to, e.g. `gtin`. */
  codeSystem: z.enum(codeSystems).optional(),
});

/**
 * What a publisher says about a dataset and its file cannot show. Everything is optional; what is not said is listed
 * as unknown in the entry. `fields` is keyed by the field's name in the source or by its id.
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
  fields: z.record(z.string(), fieldDeclaration).optional(),
});

export type DatasetDeclaration = z.infer<typeof datasetDeclaration>;
