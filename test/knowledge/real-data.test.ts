import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { countTerms } from '../../src/knowledge/analysis/count-terms.ts';
import { openKnowledge } from '../../src/knowledge/index.ts';
import { buildLexical } from '../../src/knowledge/lexical/bm25.ts';
import { termRows } from '../../src/knowledge/lexical/term-rows.ts';
import { hasSharedData, sharedData } from '../shared-data.ts';
import { type Folders, folders } from './plant.ts';

interface Item {
  readonly _id: string;
  readonly text: string;
}

async function items(...path: string[]): Promise<Item[]> {
  const text = await readFile(sharedData(...path), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Every question with what is relevant to it; documents that no question asks for are kept up to `documents`. */
async function retrievalSet(folder: string, questions: number, documents: number) {
  const rows = (await readFile(sharedData(folder, 'qrels.tsv'), 'utf8')).trim().split('\n').slice(1);
  const relevant = new Map<string, Set<string>>();
  for (const [question = '', document = '', score] of rows.map((row) => row.split('\t'))) {
    if (Number(score) > 0) relevant.set(question, (relevant.get(question) ?? new Set()).add(document));
  }
  const asked = (await items(folder, 'queries.jsonl'))
    .filter(({ _id }) => relevant.has(_id))
    .slice(0, questions);
  const needed = new Set(asked.flatMap(({ _id }) => [...(relevant.get(_id) ?? [])]));
  const corpus = (await items(folder, 'corpus.jsonl')).filter(({ text }) => text.trim() !== '');
  const kept = [
    ...corpus.filter(({ _id }) => needed.has(_id)),
    ...corpus.filter(({ _id }) => !needed.has(_id)),
  ];
  return { asked, relevant, corpus: kept.slice(0, documents) };
}

function ndcg(found: readonly string[], relevant: ReadonlySet<string>): number {
  const at = (place: number) => 1 / Math.log2(place + 2);
  const gained = found.slice(0, 10).reduce((sum, id, i) => sum + (relevant.has(id) ? at(i) : 0), 0);
  const best = Array.from({ length: Math.min(10, relevant.size) }, (_, i) => at(i)).reduce(
    (a, b) => a + b,
    0,
  );
  return gained / best;
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

async function compare(folder: string, questions: number, documents: number) {
  const { asked, relevant, corpus } = await retrievalSet(folder, questions, documents);
  const at: Folders = await folders(Object.fromEntries(corpus.map(({ text }, i) => [`d${i}.txt`, text])));
  const knowledge = await openKnowledge(at);
  const lexical = buildLexical(termRows(corpus.map(({ text }) => countTerms(text))));
  const scores = { ours: [] as number[], plain: [] as number[] };
  for (const { _id, text } of asked) {
    const wanted = relevant.get(_id) ?? new Set();
    const { hits } = await knowledge.search({ query: text, limit: 40, offset: 0 });
    const places = hits.map(({ passage }) => Number(passage.document.slice(1)));
    scores.ours.push(
      ndcg(
        [...new Set(places)].map((i) => corpus[i]?._id ?? ''),
        wanted,
      ),
    );
    const bm25 = new Float64Array(corpus.length);
    for (const term of countTerms(text).keys()) {
      const place = lexical.place(term);
      if (place === undefined) continue;
      const { rows, weights } = lexical.postings(place);
      for (const [i, row] of rows.entries())
        bm25[row] = (bm25[row] ?? 0) + lexical.idf(term) * (weights[i] ?? 0);
    }
    const order = [...bm25.keys()].sort((a, b) => (bm25[b] ?? 0) - (bm25[a] ?? 0));
    scores.plain.push(
      ndcg(
        order.map((i) => corpus[i]?._id ?? ''),
        wanted,
      ),
    );
  }
  return { ours: mean(scores.ours), plain: mean(scores.plain) };
}

describe('real collections', () => {
  test.skipIf(!hasSharedData('retrieval-en-cranfield'))(
    'English abstracts: no worse than plain BM25 over whole documents',
    async () => {
      const { ours, plain } = await compare('retrieval-en-cranfield', 60, 700);
      expect(plain).toBeGreaterThan(0.3);
      expect(ours).toBeGreaterThanOrEqual(plain - 0.01);
    },
    60_000,
  );

  test.skipIf(!hasSharedData('retrieval-zh-cmrc2018'))(
    'Chinese paragraphs: no worse than plain BM25 over whole documents',
    async () => {
      const { ours, plain } = await compare('retrieval-zh-cmrc2018/trial', 300, 256);
      expect(plain).toBeGreaterThan(0.9);
      expect(ours).toBeGreaterThanOrEqual(plain - 0.01);
    },
    60_000,
  );

  test.skipIf(!hasSharedData('zh-industrial-law'))(
    'laws: an article is found by its number and its law',
    async () => {
      const names = (await readdir(sharedData('zh-industrial-law'))).filter((name) => /生产|特种/.test(name));
      const at = await folders();
      for (const name of names) await at.write(name, await readFile(sharedData('zh-industrial-law', name)));
      const knowledge = await openKnowledge(at);
      expect(knowledge.documents().length).toBeGreaterThan(5);
      const { hits } = await knowledge.search({
        query: '安全生产许可证条例 第九条 有效期',
        limit: 3,
        offset: 0,
      });
      expect(hits[0]?.passage).toMatchObject({
        document: '安全生产许可证条例-2014-07-29',
        text: expect.stringContaining('有效期为3年'),
      });
    },
    60_000,
  );
});
