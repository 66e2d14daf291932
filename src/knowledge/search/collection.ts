import { type Language, type Passage, ZhujiError } from '../../workspace/index.ts';
import { nearest } from '../../workspace/nearest.ts';
import type { IndexedDocument, IndexedPassage } from '../documents/indexed.ts';
import { buildLexical, type LexicalIndex } from '../lexical/bm25.ts';
import { joinRows } from '../lexical/term-rows.ts';
import type { Semantic } from './semantic.ts';
import type { Spoken } from './translate.ts';

/** The terms of all documents are held together, in the lexical index. */
type Served = Omit<IndexedDocument, 'terms'>;

export interface Row {
  readonly document: Served;
  readonly passage: IndexedPassage;
}

/** All documents, their passages in rows, and what finds them. */
export interface Collection {
  readonly documents: readonly Served[];
  readonly rows: readonly Row[];
  readonly lexical: LexicalIndex;
  readonly semantic: Semantic | undefined;
  readonly spoken: Spoken;
  /** Errors: `not_found`. */
  document(id: string): Served;
  passage(row: number): Passage | undefined;
}

function rowsOf(documents: readonly Served[]): Row[] {
  return documents.flatMap((document) => document.passages.map((passage) => ({ document, passage })));
}

export function buildCollection(indexed: readonly IndexedDocument[], semantic?: Semantic): Collection {
  const documents = indexed.map(({ terms: _terms, ...document }): Served => document);
  const rows = rowsOf(documents);
  const speaks = (language: Language) => rows.some(({ passage }) => passage.language === language);
  const byId = new Map(documents.map((document) => [document.entry.id, document]));
  return {
    documents,
    rows,
    lexical: buildLexical(joinRows(indexed.map(({ terms }) => terms))),
    semantic,
    spoken: { zh: speaks('zh'), en: speaks('en') },
    document(id) {
      const document = byId.get(id);
      if (document) return document;
      const ids = [...byId.keys()];
      throw new ZhujiError(
        'not_found',
        { en: `There is no document \`${id}\`.`, zh: `没有文档 \`${id}\`。` },
        {
          recovery: {
            en: 'Use an id that search_knowledge or the catalog returned.',
            zh: '请使用 search_knowledge 或目录返回的标识。',
          },
          details: { did_you_mean: nearest(id, ids), valid_values: ids.slice(0, 50) },
        },
      );
    },
    passage(at) {
      const row = rows[at];
      if (!row) return undefined;
      const { start, end, section, page, language } = row.passage;
      const { entry, text } = row.document;
      return {
        id: `${entry.id}#${start}-${end}`,
        document: entry.id,
        hash: entry.hash,
        section,
        ...(page !== undefined && { page }),
        start,
        end,
        text: text.slice(start, end),
        language,
      };
    },
  };
}
