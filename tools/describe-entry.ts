import { z } from 'zod';
import {
  cardItems,
  type DatasetEntry,
  type Entry,
  entryKinds,
  type Field,
  fieldRoles,
  fieldTypes,
  type Language,
  type Publication,
  type Requirement,
  type ScenarioEntry,
  textIn,
} from '../src/workspace/index.ts';

/** Wider tables are described by field ids and units alone: search_catalog finds single fields. */
const mostFields = 80;

const scalar = z.union([z.number(), z.string()]);

const fieldSchema = z.object({
  id: z.string(),
  unit: z.string().nullable(),
  name: z.string().optional(),
  type: z.enum(fieldTypes).optional(),
  role: z.enum(fieldRoles).nullable().optional(),
  description: z.string().optional(),
  valid_range: z.object({ min: z.number().optional(), max: z.number().optional() }).optional(),
  allowed_values: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
  qualifies: z.array(z.string()).optional().describe('Fields that this status is about'),
  references: z.string().optional().describe('record_set.field whose values alone may occur'),
  missing: z.number().int().optional(),
  min: scalar.optional(),
  max: scalar.optional(),
  distinct: z.number().int().optional(),
  mean: z.number().nullable().optional(),
  sd: z.number().nullable().optional(),
});

const recordSetSchema = z.object({
  id: z.string(),
  rows: z.number().int(),
  key: z.array(z.string()).optional().describe('Fields that together are unique'),
  rules: z
    .array(z.object({ id: z.string(), condition: z.string(), description: z.string() }))
    .optional()
    .describe('Conditions that every record is declared to satisfy'),
  fields_abridged: z.boolean().optional(),
  fields: z.array(fieldSchema),
});

const requirementSchema = z
  .looseObject({
    id: z.string(),
    kind: z.string(),
    level: z.enum(['required', 'wanted']),
    description: z.string(),
    source: z.string().describe('Where the demand comes from; empty where nobody said'),
  })
  .describe('What the scenario needs of data; further members by kind');

export const entrySchema = z.object({
  id: z.string(),
  kind: z.enum(entryKinds),
  title: z.string(),
  description: z.string(),
  version: z.string(),
  hash: z.string(),
  license: z.string().nullable(),
  unknown: z.array(z.string()).describe('What nobody declared'),
  links: z.array(z.object({ relation: z.string(), target: z.string() })),
  uri: z.string(),
  maturity: z.string().optional(),
  generated: z.boolean().optional().describe('True for data from a simulator'),
  card: z.record(z.string(), z.string()).optional().describe('What the publisher says of making and use'),
  record_sets: z.array(recordSetSchema).optional(),
  files: z.array(z.record(z.string(), z.unknown())).optional(),
  language: z.enum(['zh', 'en', 'mixed']).optional(),
  characters: z.number().int().optional(),
  sections: z.array(z.string()).optional(),
  industry: z.string().nullable().optional(),
  requirements: z.array(requirementSchema).optional(),
});

function describeField(field: Field, language: Language, detailed: boolean): z.infer<typeof fieldSchema> {
  const { id, name, type, role, range, statistics } = field;
  return {
    id,
    name,
    type,
    unit: field.unit?.symbol ?? null,
    role,
    ...(detailed && { description: textIn(field.description, language) }),
    ...(range && { valid_range: range }),
    ...(field.values && { allowed_values: [...field.values] }),
    ...(field.qualifies && { qualifies: [...field.qualifies] }),
    ...(field.references && { references: `${field.references.recordSet}.${field.references.field}` }),
    ...(statistics && {
      missing: statistics.missing,
      min: statistics.min,
      max: statistics.max,
      ...(detailed && { distinct: statistics.distinct, mean: statistics.mean, sd: statistics.sd }),
    }),
  };
}

/** Everything that the publisher says of making and use. */
function describeCard({ provenance, card = {} }: Publication, language: Language) {
  const said = [
    ...(provenance === undefined ? [] : [['collection', provenance] as const]),
    ...cardItems.flatMap((item) => (card[item] ? [[item, textIn(card[item], language)] as const] : [])),
  ];
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

function describeDataset(entry: DatasetEntry, language: Language, detailed: boolean) {
  const card = entry.publication && describeCard(entry.publication, language);
  return {
    maturity: entry.maturity,
    generated: entry.generated,
    ...(detailed && card && { card }),
    record_sets: entry.recordSets.map(({ id, rows, fields, key, rules }) => {
      const abridged = fields.length > mostFields;
      return {
        id,
        rows,
        ...(key && { key: [...key] }),
        ...(rules && {
          rules: rules.map((rule) => ({
            id: rule.id,
            condition: rule.condition,
            description: textIn(rule.description, language),
          })),
        }),
        ...(abridged && { fields_abridged: true }),
        fields: abridged
          ? fields.map((field) => ({ id: field.id, unit: field.unit?.symbol ?? null }))
          : fields.map((field) => describeField(field, language, detailed)),
      };
    }),
    ...(detailed && { files: entry.files.map((file) => ({ ...file })) }),
  };
}

function describeRequirement(requirement: Requirement, language: Language) {
  return { ...requirement, description: textIn(requirement.description, language) };
}

function describeScenario({ industry, requirements }: ScenarioEntry, language: Language) {
  return { industry, requirements: requirements.map((one) => describeRequirement(one, language)) };
}

function describeBody(entry: Entry, language: Language, detailed: boolean) {
  switch (entry.kind) {
    case 'dataset':
      return describeDataset(entry, language, detailed);
    case 'document':
      return { language: entry.language, characters: entry.characters, sections: [...entry.sections] };
    case 'scenario':
      return describeScenario(entry, language);
  }
}

/** What an agent is told of an entry; with `detailed`, also descriptions, statistics and files. */
export function describeEntry(
  entry: Entry,
  language: Language,
  detailed: boolean,
): z.infer<typeof entrySchema> {
  return {
    id: entry.id,
    kind: entry.kind,
    title: textIn(entry.title, language),
    description: textIn(entry.description, language),
    version: entry.version,
    hash: entry.hash,
    license: entry.license,
    unknown: [...entry.unknown],
    links: entry.links.map((link) => ({ ...link })),
    uri: `zhuji://${entry.kind}s/${encodeURIComponent(entry.id)}`,
    ...describeBody(entry, language, detailed),
  };
}
