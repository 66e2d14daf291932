import type { DocumentEntry, Language } from '../../workspace/index.ts';
import type { TermRows } from '../lexical/term-rows.ts';

export interface IndexedPassage {
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
  /** Where each page begins, for formats that have pages. */
  readonly pages?: readonly number[];
  /** Pages, from 1, that show something but hold no text. */
  readonly withoutText?: readonly number[];
  /** What each passage says, in their order. */
  readonly terms: TermRows;
}
