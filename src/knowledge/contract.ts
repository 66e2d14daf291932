import type { Knowledge, OnProgress, ZhujiError } from '../workspace/index.ts';

export interface IndexOptions {
  /** Where the documents lie: `knowledge/` of a workspace. A missing folder is an empty collection. */
  readonly folder: string;
  /** Where the derived index lies; it can be deleted at any time. */
  readonly indexFolder: string;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** A file below the folder that is not served, and why. */
export interface DocumentProblem {
  /** Relative to the folder, forward slashes. */
  readonly path: string;
  /** `unsupported_format`, `unreadable_file`, `invalid_metadata` or `too_large`. */
  readonly error: ZhujiError;
}

export interface IndexReport {
  /** sha256 (hex) over paths and contents of all documents. */
  readonly hash: string;
  readonly documents: number;
  readonly passages: number;
  /** Documents that were read because they are new or changed. */
  readonly read: number;
  /** Documents that were taken over from the index as it was. */
  readonly kept: number;
  /** Documents of the index as it was that are gone. */
  readonly removed: number;
  readonly problems: readonly DocumentProblem[];
  readonly vectors: {
    readonly kind: 'hnsw' | 'exact' | 'none';
    readonly dimension: number;
    /** Share of the vectors in a score, 0 to 1; 0 where they did not earn one on this collection. */
    readonly weight: number;
  };
}

/** A snapshot: documents that change later are seen by the next `openKnowledge`. */
export interface OpenedKnowledge extends Knowledge {
  /** Files that are not served, and why. */
  problems(): readonly DocumentProblem[];
}
