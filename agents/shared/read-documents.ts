import { type Language, languageOf } from '../../src/workspace/index.ts';
import type { ToolCall } from './procedure.ts';
import { answers, failure, nextCall, read, type Steps } from './tool-data.ts';

/** A document as far as it was read. */
export interface DocumentText {
  readonly id: string;
  readonly hash: string;
  readonly language: Language;
  /** Place of the text's first character in the document. */
  readonly start: number;
  readonly text: string;
}

export interface DocumentSearch {
  /** Read whole, by id. */
  readonly documents: readonly DocumentText[];
  /** True where no document names the dataset and the ones here name none at all. */
  readonly undeclared: boolean;
  /** Hits that describe other datasets: looked at, not used. */
  readonly foreign: readonly string[];
  /** What a tool said where it failed. */
  readonly problems: readonly string[];
}

const mostDocuments = 6;
/** Pages read of each document at most. */
const mostPages = 8;

/**
 * Finds and reads the documents that describe a dataset. Where none says that it does, documents that name no dataset
 * are taken, and said to be; documents of other datasets never are.
 */
export function* documentsFor(dataset: string, queries: readonly string[]): Steps<DocumentSearch> {
  const own = yield* found(queries, { dataset });
  if (own.ids.length > 0)
    return yield* readAll(own.ids, { undeclared: false, foreign: [], problems: own.problems });
  const any = yield* found(queries, {});
  const problems = [...own.problems, ...any.problems];
  if (any.ids.length === 0) return { documents: [], undeclared: false, foreign: [], problems };
  const [result] = yield [{ name: 'get_entries', arguments: { ids: any.ids } }];
  const dedicated = (read(answers.getEntries, result)?.entries ?? [])
    .filter(({ links = [] }) => links.some(({ relation }) => relation === 'describes'))
    .map(({ id }) => id);
  const free = any.ids.filter((id) => !dedicated.includes(id));
  return yield* readAll(free, { undeclared: free.length > 0, foreign: dedicated, problems });
}

function* found(queries: readonly string[], filter: object): Steps<{ ids: string[]; problems: string[] }> {
  const results = yield queries.map((query) => ({
    name: 'search_knowledge',
    arguments: { query, page: '10', ...filter },
  }));
  const ids = results.flatMap((result) => read(answers.searchKnowledge, result)?.passages ?? []);
  return {
    ids: [...new Set(ids.map(({ document }) => document))].slice(0, mostDocuments).sort(),
    problems: results.filter(({ ok }) => !ok).map(failure),
  };
}

function* readAll(ids: readonly string[], search: Omit<DocumentSearch, 'documents'>): Steps<DocumentSearch> {
  const texts = new Map<string, DocumentText>();
  const problems = [...search.problems];
  let open: readonly ToolCall[] = ids.map((document) => ({ name: 'read_document', arguments: { document } }));
  for (let page = 0; open.length > 0 && page < mostPages; page++) {
    const results = yield open;
    open = results.flatMap((result) => {
      const part = read(answers.readDocument, result);
      if (!part) {
        problems.push(failure(result));
        return [];
      }
      const before = texts.get(part.document);
      const text = (before?.text ?? '') + part.blocks.map((block) => block.text).join('');
      const start = before?.start ?? part.blocks[0]?.start ?? 0;
      texts.set(part.document, {
        id: part.document,
        hash: part.hash,
        language: languageOf(text),
        start,
        text,
      });
      return nextCall(result) ?? [];
    });
  }
  return { ...search, problems, documents: [...texts.values()] };
}
