export { type AddDatasetOptions, type AddedDataset, addSources } from './add-dataset.ts';
export { copyFile } from './copy.ts';
export { croissantSources } from './croissant-sources.ts';
export { kindOf, type SourceKind } from './kind.ts';
export { fileSources, folderSources } from './table-sources.ts';
