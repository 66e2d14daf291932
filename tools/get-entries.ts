import { z } from 'zod';
import { tool } from '../src/server/tool.ts';
import { type Catalog, nearest, ZhujiError } from '../src/workspace/index.ts';
import { describeEntry, entrySchema } from './describe-entry.ts';
import { languageParameter, pageParameter } from './parameters.ts';

const most = 10;

function nothingFound(ids: readonly string[], catalog: Catalog): ZhujiError {
  const known = catalog.entries().map(({ id }) => id);
  const recovery = {
    en: 'search_catalog with a blank query lists the ids.',
    zh: '以空白查询调用 search_catalog 可列出全部标识。',
  };
  if (ids.length === 0) {
    return new ZhujiError(
      'invalid_argument',
      { en: 'ids names no entry: all are blank', zh: 'ids 中没有标识：全部为空白' },
      { recovery },
    );
  }
  return new ZhujiError(
    'not_found',
    { en: `there is no entry ${ids.join(', ')}`, zh: `没有条目 ${ids.join('、')}` },
    {
      recovery,
      details: { did_you_mean: [...new Set(ids.flatMap((id) => nearest(id, known)))].slice(0, 5) },
    },
  );
}

export const getEntries = tool({
  name: 'get_entries',
  title: { en: 'Describe entries', zh: '查看条目' },
  description:
    'Describes up to ten datasets, documents or scenarios by id: fields with unit, role and range, what a scenario ' +
    'demands of data, hash, licence, links, and what is unknown. Read it before query_rows; get_quality_report says how far to trust the data.',
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
  suggestions: {
    invalid_argument: 'search_catalog',
    not_found: 'search_catalog',
    too_large: 'search_catalog',
  },
  async answer(input, page, { workspace }) {
    const language = input.language ?? 'en';
    const ids = [...new Set(input.ids.map((id) => id.trim()).filter(Boolean))];
    const found = ids.flatMap((id) => workspace.catalog.get(id) ?? []);
    if (found.length === 0) throw nothingFound(ids, workspace.catalog);
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
