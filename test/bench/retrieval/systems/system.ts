import type { SetDocument } from '../set.ts';

/** Something that finds documents of a set. */
export interface RetrievalSystem {
  readonly name: string;
  /** What it is, in a line. */
  readonly what: string;
  build(documents: readonly SetDocument[]): Promise<BuiltSystem>;
}

export interface BuiltSystem {
  /** Ids of documents, the best first, ten at most. */
  search(query: string): Promise<readonly string[]>;
  /** Bytes of the index, serialised; `null` where it has no such form. */
  readonly bytes: number | null;
  close(): Promise<void>;
}
