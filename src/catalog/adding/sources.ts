import type { Text } from '../../workspace/index.ts';
import type { CroissantMetadata } from '../formats/croissant/index.ts';

/** A file to be copied into a dataset. */
export interface SourceFile {
  /** Where it lies now. */
  readonly from: string;
  /** Where it will lie in the dataset's folder. */
  readonly path: string;
  /** What metadata say that its content is. */
  readonly sha256?: string;
  /** Its id in the metadata. */
  readonly metadataFile?: string;
}

/** What a dataset is to be made from. */
export interface Sources {
  /** Name that people know it by. */
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly metadata?: CroissantMetadata;
  /** What could not be brought in or relied on. */
  readonly remarks: readonly Text[];
}
