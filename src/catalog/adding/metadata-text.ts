import type { DatasetEntry } from '../../workspace/index.ts';
import { type Readings, writeCroissant } from '../formats/croissant/index.ts';

/** Content of `croissant.json`. */
export function metadataText(entry: DatasetEntry, readings: Readings): string {
  return `${JSON.stringify(writeCroissant(entry, readings), undefined, 2)}\n`;
}
