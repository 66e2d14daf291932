import MiniSearch from 'minisearch';
import type { RetrievalSystem } from './system.ts';
import { words } from './words.ts';

export const minisearch: RetrievalSystem = {
  name: 'minisearch',
  what: 'minisearch 7, words by Intl.Segmenter, fields title and text',
  async build(documents) {
    const index = new MiniSearch({ fields: ['title', 'text'], idField: 'row', tokenize: words });
    index.addAll(documents.map(({ title, text }, row) => ({ row, title, text })));
    return {
      bytes: JSON.stringify(index).length,
      async search(query) {
        return index
          .search(query)
          .slice(0, 10)
          .map(({ id }) => documents[id]?.id ?? '');
      },
      async close() {},
    };
  },
};
