import { z } from 'zod';
import { tool } from '../src/server/tool.ts';
import { describeEntry, entrySchema } from './describe-entry.ts';
import { languageParameter, pageParameter } from './parameters.ts';

const most = 10;

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
    entries: z.array(entrySchema),
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
          .map((entry) => describeEntry(entry, language, input.detail === 'detailed')),
        offset: page.offset,
        total: found.length,
      },
    };
  },
});
