import { create, insertMultiple, save, search } from '@orama/orama';
import type { RetrievalSystem } from './system.ts';
import { words } from './words.ts';

export const orama: RetrievalSystem = {
  name: 'orama',
  what: 'orama 3, words by Intl.Segmenter, fields title and text',
  async build(documents) {
    const index = create({
      schema: { row: 'number', title: 'string', text: 'string' } as const,
      components: { tokenizer: { language: 'english', normalizationCache: new Map(), tokenize: words } },
    });
    await insertMultiple(
      index,
      documents.map(({ title, text }, row) => ({ row, title, text })),
      1000,
    );
    return {
      bytes: JSON.stringify(save(index)).length,
      async search(query) {
        const { hits } = await search(index, { term: query, limit: 10, properties: ['title', 'text'] });
        return hits.map(({ document }) => documents[document.row]?.id ?? '');
      },
      async close() {},
    };
  },
};
