import { z } from 'zod';
import { tool } from '../src/server/tool.ts';
import { entryKinds, textIn } from '../src/workspace/index.ts';
import { languageParameter, pageParameter } from './parameters.ts';

const mostFields = 10;

export const searchCatalog = tool({
  name: 'search_catalog',
  title: { en: 'Search the catalog', zh: '检索目录' },
  description:
    'Finds datasets and documents of this workspace by words in Chinese or English, also by field name and unit. ' +
    'A blank query lists everything. get_entries then describes what was found.',
  input: z.object({
    query: z.string().optional().describe('Words, e.g. "spindle torque" or "回火硬度"; blank lists all'),
    kind: z.enum(entryKinds).optional().describe('Only entries of this kind'),
    language: languageParameter,
    page: pageParameter,
  }),
  output: z.object({
    entries: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(entryKinds),
        title: z.string(),
        description: z.string(),
        rows: z.number().int().optional(),
        matching_fields: z.array(z.string()).optional(),
        score: z.number(),
        uri: z.string(),
      }),
    ),
  }),
  pageSize: 20,
  async answer(input, page, { workspace }) {
    const language = input.language ?? 'en';
    const search = { query: input.query ?? '' };
    const hits = workspace.catalog.search(input.kind ? { ...search, kind: input.kind } : search);
    return {
      head: {},
      items: {
        key: 'entries',
        values: hits.slice(page.offset, page.offset + page.limit).map(({ entry, score, fields }) => ({
          id: entry.id,
          kind: entry.kind,
          title: textIn(entry.title, language),
          description: textIn(entry.description, language),
          ...(entry.kind === 'dataset' && {
            rows: entry.recordSets.reduce((sum, { rows }) => sum + rows, 0),
            matching_fields: fields.slice(0, mostFields),
          }),
          score: Number(score.toFixed(3)),
          uri: `zhuji://${entry.kind}s/${encodeURIComponent(entry.id)}`,
        })),
        offset: page.offset,
        total: hits.length,
      },
    };
  },
});
