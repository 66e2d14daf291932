import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';

export interface SetDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface SetQuery {
  readonly id: string;
  readonly text: string;
}

/** Documents, questions, and how relevant which is to which: what a retrieval system is measured on. */
export interface RetrievalSet {
  readonly name: string;
  readonly documents: readonly SetDocument[];
  /** Only those that have a relevant document. */
  readonly queries: readonly SetQuery[];
  /** Relevance above 0, by document, by query. */
  readonly relevance: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Names of the columns of `qrels.tsv` that are understood. */
export const headers = {
  query: ['query', 'query-id', 'query_id'],
  document: ['document', 'corpus-id', 'corpus_id', 'document_id'],
  relevance: ['relevance', 'score'],
} as const;

async function* linesOf(file: string): AsyncGenerator<readonly [line: string, number: number]> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() !== '') yield [line, number];
  }
}

async function* recordsOf(file: string): AsyncGenerator<Readonly<Record<'id' | 'title' | 'text', string>>> {
  for await (const [line, number] of linesOf(file)) {
    let record: Record<string, unknown>;
    try {
      record = JSON.parse(line);
    } catch {
      throw new Error(`${file}, line ${number}: not a JSON object.`);
    }
    const id = record['id'] ?? record['_id'];
    const { text, title = '' } = record;
    if (id === undefined || typeof text !== 'string') {
      throw new Error(`${file}, line ${number}: needs "id" (or "_id") and "text".`);
    }
    yield { id: String(id), title: String(title ?? ''), text };
  }
}

async function relevanceOf(file: string): Promise<Map<string, Map<string, number>>> {
  const found = new Map<string, Map<string, number>>();
  let places: readonly number[] | undefined;
  for await (const [line, number] of linesOf(file)) {
    const cells = line.split('\t').map((cell) => cell.trim());
    if (!places) {
      const names = cells.map((cell) => cell.toLowerCase());
      const placeOf = (known: readonly string[]) => names.findIndex((name) => known.includes(name));
      places = Object.values(headers).map(placeOf);
      if (places.includes(-1)) {
        const wanted = Object.values(headers).map((known) => known.join(' or '));
        throw new Error(
          `${file}: the first line must name the columns ${wanted.join('; ')}, with tabs between.`,
        );
      }
      continue;
    }
    const [query = '', document = '', score = ''] = places.map((place) => cells[place]);
    const relevance = Number(score);
    if (score === '' || Number.isNaN(relevance)) {
      throw new Error(`${file}, line ${number}: "${score}" is no relevance.`);
    }
    if (relevance <= 0) continue;
    const ofQuery = found.get(query) ?? new Map<string, number>();
    found.set(query, ofQuery.set(document, relevance));
  }
  return found;
}

/** Reads `corpus.jsonl`, `queries.jsonl` and `qrels.tsv` of a folder. Errors: one message that names file, line and what is expected. */
export async function readSet(folder: string): Promise<RetrievalSet> {
  for (const name of ['corpus.jsonl', 'queries.jsonl', 'qrels.tsv']) {
    await access(join(folder, name)).catch(() => {
      throw new Error(
        `${folder} has no ${name}: a set is a folder with corpus.jsonl, queries.jsonl and qrels.tsv.`,
      );
    });
  }
  const documents: SetDocument[] = [];
  for await (const document of recordsOf(join(folder, 'corpus.jsonl'))) documents.push(document);
  const relevance = await relevanceOf(join(folder, 'qrels.tsv'));
  const queries: SetQuery[] = [];
  for await (const { id, text } of recordsOf(join(folder, 'queries.jsonl'))) {
    if (relevance.has(id)) queries.push({ id, text });
  }
  return { name: basename(folder), documents, queries, relevance };
}
