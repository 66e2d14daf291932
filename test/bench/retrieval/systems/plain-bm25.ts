import type { RetrievalSystem } from './system.ts';
import { words } from './words.ts';

const k1 = 1.2;
const b = 0.75;

/** BM25 as the textbook has it, over unstemmed words of title and text. */
export const plainBm25: RetrievalSystem = {
  name: 'bm25',
  what: 'plain BM25, words by Intl.Segmenter, k1 1.2, b 0.75',
  async build(documents) {
    const postings = new Map<string, [row: number, count: number][]>();
    const lengths: number[] = [];
    for (const [row, { title, text }] of documents.entries()) {
      const counts = new Map<string, number>();
      const all = words(`${title} ${text}`);
      for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
      for (const [word, count] of counts) {
        const list = postings.get(word);
        if (list) list.push([row, count]);
        else postings.set(word, [[row, count]]);
      }
      lengths.push(all.length);
    }
    const mean = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length);
    return {
      bytes: null,
      async search(query) {
        const scores = new Map<number, number>();
        for (const word of new Set(words(query))) {
          const list = postings.get(word) ?? [];
          const idf = Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5));
          for (const [row, count] of list) {
            const norm = k1 * (1 - b + (b * (lengths[row] ?? 0)) / mean);
            scores.set(row, (scores.get(row) ?? 0) + (idf * count * (k1 + 1)) / (count + norm));
          }
        }
        return [...scores]
          .sort((a, c) => c[1] - a[1] || a[0] - c[0])
          .slice(0, 10)
          .map(([row]) => documents[row]?.id ?? '');
      },
      async close() {},
    };
  },
};
