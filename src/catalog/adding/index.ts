export { type AddDatasetOptions, type AddedDataset, addSources } from './add-dataset.ts';
export { copyFile } from './copy.ts';
export { croissantSources } from './croissant-sources.ts';
export { declareIn } from './declare-dataset.ts';
export { emptyFile } from './empty.ts';
export { kindOf, type SourceKind } from './kind.ts';
export { leftOutOf } from './left-out.ts';
export type { Sources } from './sources.ts';
export { fileSources, folderSources } from './table-sources.ts';
