import type { DocumentEntry, DocumentGenre } from './entries.ts';
import type { Language } from './text.ts';

/** A piece of a document that is found and cited as a whole. */
export interface Passage {
  readonly id: string;
  readonly document: string;
  /** Content hash of the document. */
  readonly hash: string;
  /** Titles from the outermost section inwards. */
  readonly section: readonly string[];
  /** 1-based; only where the format has pages. */
  readonly page?: number;
  /** Character span in the document's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly language: Language;
}

export interface KnowledgeSearch {
  readonly query: string;
  readonly limit: number;
  readonly offset: number;
  readonly language?: Language;
  /** Only this document. */
  readonly document?: string;
  /** Only documents that describe this dataset. */
  readonly dataset?: string;
  readonly genre?: DocumentGenre;
  /** Only documents that name this standard, with or without its year. */
  readonly standard?: string;
}

export interface KnowledgeHit {
  readonly passage: Passage;
  /** 0 to 1, comparable within one answer. */
  readonly score: number;
  /** Spans of the passage's text that the query matched, end exclusive. */
  readonly highlights: readonly (readonly [number, number])[];
}

export interface KnowledgeResult {
  /** Empty where nothing in the collection is relevant: an answer of its own. */
  readonly hits: readonly KnowledgeHit[];
  readonly total: number;
}

export interface DocumentPart {
  readonly document: string;
  readonly hash: string;
  readonly section: readonly string[];
  readonly start: number;
  readonly end: number;
  /** 1-based; only where the format has pages. */
  readonly page?: number;
  /** Spans of the passages before and after, where there are any. */
  readonly before?: readonly [start: number, end: number];
  readonly after?: readonly [start: number, end: number];
  /** Length of the whole document in characters. */
  readonly length: number;
  /** Verbatim. */
  readonly text: string;
}

/** Documents of a workspace: search for passages, and read what is cited. */
export interface Knowledge {
  documents(): readonly DocumentEntry[];
  search(search: KnowledgeSearch): Promise<KnowledgeResult>;
  /** The whole document, or a section (its title or path joined with ` › `), a page (from 1), or a span. Errors: `not_found`, `invalid_argument`. */
  read(
    document: string,
    part?: {
      readonly section?: string;
      readonly page?: number;
      readonly start?: number;
      readonly end?: number;
    },
  ): Promise<DocumentPart>;
  close(): Promise<void>;
}
