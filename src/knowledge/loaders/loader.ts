import type { DocumentGenre, Language, Text } from '../../workspace/index.ts';

/** A heading, and the title that it gives to what follows. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly start: number;
  /** 1 is the outermost. */
  readonly level: number;
  readonly title: string;
}

/**
 * Something that is read as one: it is cut only where it is long, and then only at `cuts`. An entry, such as a record of a
 * table of faults, is found and cited by itself.
 */
export interface ContentBlock {
  readonly kind: 'text' | 'list' | 'steps' | 'table' | 'code' | 'entry';
  readonly start: number;
  /** Where a row or an item begins, ascending; for text the sentences decide. */
  readonly cuts: readonly number[];
  /** For a table: span of the header row, end exclusive. */
  readonly header?: readonly [number, number];
}

export type Block = HeadingBlock | ContentBlock;

/** What the author of a document states about it. */
export interface Declared {
  readonly title?: Text;
  readonly language?: Language;
  readonly genre?: DocumentGenre;
  readonly datasets: readonly string[];
  readonly description?: Text;
  readonly version?: string;
  readonly license?: string;
  readonly keywords: readonly string[];
}

export interface LoadedDocument {
  /** All that is cited is a slice of this. */
  readonly text: string;
  /** In order. A block reaches to the start of the next one; text before the first is not content. */
  readonly blocks: readonly Block[];
  readonly declared: Declared;
  /** Where each page begins, for formats that have pages. */
  readonly pages?: readonly number[];
  /** Pages, from 1, that show something but hold no text, as scanned ones do. */
  readonly withoutText?: readonly number[];
}

/** Turns the bytes of one document format into text and its structure. */
export interface DocumentLoader {
  readonly id: string;
  readonly mediaType: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Where a file of this format may be larger than others. */
  readonly mostBytes?: number;
  /** `path` is for messages. Errors: `unreadable_file`, `invalid_metadata`. */
  load(bytes: Uint8Array, path: string): Promise<LoadedDocument>;
}
