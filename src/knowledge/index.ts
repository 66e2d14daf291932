export type { DocumentProblem, IndexOptions, IndexReport, OpenedKnowledge } from './contract.ts';
export { type DocumentFile, listDocuments } from './documents/files.ts';
export { indexKnowledge } from './index-knowledge.ts';
export { documentLoaders, loaderFor } from './loaders/index.ts';
export type { DocumentLoader, LoadedDocument } from './loaders/loader.ts';
export { openKnowledge } from './open-knowledge.ts';
export { type VectorIndexKind, vectorIndexKind } from './vectors/kind.ts';
