export type { DocumentProblem, IndexOptions, IndexReport, OpenedKnowledge } from './contract.ts';
export { indexKnowledge } from './index-knowledge.ts';
export { openKnowledge } from './open-knowledge.ts';
export { type VectorIndexKind, vectorIndexKind } from './vectors/kind.ts';
