import { ZhujiError } from '../../src/workspace/index.ts';
import type { Arm } from './arm.ts';

function absent(kind: 'dataset' | 'document', id: string): ZhujiError {
  return new ZhujiError(
    'not_found',
    kind === 'dataset'
      ? { en: `There is no dataset "${id}"`, zh: `没有数据集“${id}”` }
      : { en: `There is no document "${id}"`, zh: `没有文档“${id}”` },
    {
      recovery: {
        en: 'search_catalog with a blank query lists what there is.',
        zh: '以空白查询调用 search_catalog 可列出全部条目。',
      },
      details: { valid_values: [], did_you_mean: [] },
    },
  );
}

/** The same server and tools over nothing: what the agent knows by itself. */
export const none: Arm = {
  id: 'none',
  title: { en: 'no data, no documents', zh: '无数据、无文档' },
  apply: (workspace) => ({
    id: workspace.id,
    title: workspace.title,
    catalog: {
      entries: () => [],
      get: () => undefined,
      dataset: (id) => {
        throw absent('dataset', id);
      },
      search: () => [],
    },
    tables: {
      query: async ({ dataset }) => {
        throw absent('dataset', dataset);
      },
      scan: ({ dataset }) => {
        throw absent('dataset', dataset);
      },
      repeats: async (dataset) => {
        throw absent('dataset', dataset);
      },
      without() {
        return this;
      },
      close: async () => {},
    },
    knowledge: {
      documents: () => [],
      search: async () => ({ hits: [], total: 0 }),
      read: async (document) => {
        throw absent('document', document);
      },
      close: async () => {},
    },
    quality: {
      report: async (dataset) => {
        throw absent('dataset', dataset);
      },
    },
    close: async () => {},
  }),
};
