import { z } from 'zod';
import { tool } from '../src/server/tool.ts';
import { type DatasetEntry, type Entry, type Field, type Language, textIn } from '../src/workspace/index.ts';
import { languageParameter, pageParameter } from './parameters.ts';

const most = 10;

/** Wider tables are described by field ids and units alone: search_catalog finds single fields. */
const mostFields = 80;

function describeField(field: Field, language: Language, detailed: boolean): Record<string, unknown> {
  const { statistics } = field;
  return {
    id: field.id,
    name: field.name,
    type: field.type,
    unit: field.unit?.symbol ?? null,
    role: field.role,
    ...(detailed && { description: textIn(field.description, language) }),
    ...(field.range && { valid_range: field.range }),
    ...(statistics && {
      missing: statistics.missing,
      ...(statistics.min !== undefined && { min: statistics.min }),
      ...(statistics.max !== undefined && { max: statistics.max }),
      ...(detailed && {
        distinct: statistics.distinct,
        mean: statistics.mean,
        sd: statistics.sd,
      }),
    }),
  };
}

function describeDataset(entry: DatasetEntry, language: Language, detailed: boolean): object {
  return {
    maturity: entry.maturity,
    generated: entry.generated,
    record_sets: entry.recordSets.map((set) => ({
      id: set.id,
      rows: set.rows,
      ...(set.fields.length > mostFields && { fields_abridged: true }),
      fields: set.fields.map((field) =>
        set.fields.length > mostFields
          ? { id: field.id, unit: field.unit?.symbol ?? null }
          : describeField(field, language, detailed),
      ),
    })),
    ...(detailed && { files: entry.files }),
  };
}

function describe(entry: Entry, language: Language, detailed: boolean): object {
  return {
    id: entry.id,
    kind: entry.kind,
    title: textIn(entry.title, language),
    description: textIn(entry.description, language),
    version: entry.version,
    hash: entry.hash,
    license: entry.license,
    unknown: entry.unknown,
    links: entry.links,
    ...(entry.kind === 'dataset'
      ? describeDataset(entry, language, detailed)
      : {
          language: entry.language,
          characters: entry.characters,
          sections: entry.sections,
        }),
  };
}

export const getEntries = tool({
  name: 'get_entries',
  title: { en: 'Describe entries', zh: '查看条目' },
  description:
    'Describes up to ten datasets or documents by id: fields with unit, role and range, hash, licence, links, ' +
    'and what is unknown. Read it before query_rows; get_quality_report says how far to trust the data.',
  input: z.object({
    ids: z.array(z.string()).min(1).max(most).describe(`At most ${most} ids from search_catalog`),
    detail: z.enum(['concise', 'detailed']).optional().describe('detailed adds descriptions and statistics'),
    language: languageParameter,
    page: pageParameter,
  }),
  output: z.object({
    entries: z.array(z.record(z.string(), z.unknown())),
    not_found: z.array(z.object({ id: z.string(), did_you_mean: z.array(z.string()) })),
  }),
  pageSize: most,
  suggestions: { invalid_argument: 'search_catalog', too_large: 'search_catalog' },
  async answer(input, page, { workspace }) {
    const language = input.language ?? 'en';
    const ids = [...new Set(input.ids)];
    const found = ids.flatMap((id) => workspace.catalog.get(id) ?? []);
    return {
      head: {
        not_found: ids
          .filter((id) => !workspace.catalog.get(id))
          .map((id) => ({
            id,
            did_you_mean: workspace.catalog
              .search({ query: id })
              .slice(0, 3)
              .map(({ entry }) => entry.id),
          })),
      },
      items: {
        key: 'entries',
        values: found
          .slice(page.offset, page.offset + page.limit)
          .map((entry) => describe(entry, language, input.detail === 'detailed')),
        offset: page.offset,
        total: found.length,
      },
    };
  },
});
