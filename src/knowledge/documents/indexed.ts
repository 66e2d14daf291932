import type { DocumentEntry, Language } from '../../workspace/index.ts';

/** How often each term occurs; terms of titles that stand above a passage count less. */
export interface TermCounts {
  readonly terms: readonly string[];
  readonly counts: readonly number[];
}

export interface IndexedPassage extends TermCounts {
  readonly start: number;
  readonly end: number;
  readonly section: readonly string[];
  readonly page?: number;
  readonly language: Language;
}

export interface OutlineSection {
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** All that search and reading need of one document; made from its bytes and path alone. */
export interface IndexedDocument {
  /** Relative to the folder, forward slashes. */
  readonly path: string;
  readonly entry: DocumentEntry;
  readonly text: string;
  readonly outline: readonly OutlineSection[];
  readonly passages: readonly IndexedPassage[];
}
