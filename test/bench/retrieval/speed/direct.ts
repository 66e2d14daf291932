import hnswlib from 'hnswlib-node';
import { countTerms } from '../../../../src/knowledge/analysis/count-terms.ts';
import { foldIn, foldRows, trainLsa } from '../../../../src/knowledge/embedding/lsa.ts';
import { buildLexical } from '../../../../src/knowledge/lexical/bm25.ts';
import { termRows } from '../../../../src/knowledge/lexical/term-rows.ts';
import type { SetDocument } from '../set.ts';

const rest = async () => {};

/** What a search costs at least: the terms of the question, BM25 over their postings, and the library's nearest neighbours. */
export async function directSearch(passages: readonly SetDocument[]): Promise<(query: string) => number[]> {
  const rows = termRows(passages.map(({ text }) => countTerms(text)));
  const lexical = buildLexical(rows);
  const model = await trainLsa(rows, rest);
  if (!model) throw new Error('Too few passages.');
  const { data, dimension, count } = await foldRows(rows, model, rest);
  const near = new hnswlib.HierarchicalNSW('cosine', dimension);
  near.initIndex(count, 16, 200, 1);
  for (let row = 0; row < count; row++)
    near.addPoint(Array.from(data.subarray(row * dimension, (row + 1) * dimension)), row);
  near.setEf(200);
  return (query) => {
    const terms = countTerms(query);
    const scores = new Float32Array(count);
    for (const term of terms.keys()) {
      const place = lexical.place(term);
      if (place === undefined) continue;
      const { rows: held, weights } = lexical.postings(place);
      const idf = lexical.idfs[place] ?? 0;
      for (let i = 0; i < held.length; i++) {
        const row = held[i] ?? 0;
        scores[row] = (scores[row] ?? 0) + idf * (weights[i] ?? 0);
      }
    }
    const found: number[] = [];
    for (let row = 0; row < count; row++) if ((scores[row] ?? 0) > 0) found.push(row);
    found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    const vector = foldIn(terms, model);
    const { neighbors } = vector ? near.searchKnn(Array.from(vector), 10) : { neighbors: [] };
    return [...found.slice(0, 10), ...neighbors];
  };
}
