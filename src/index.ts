/**
 * The library: open a workspace, add to it, serve it. Tools, agents and evaluation have entry points of their own
 * (`zhuji/tools`, `zhuji/agents`, `zhuji/evals`).
 */
export { type Added, type AddOptions, add, addDataset, addDocument } from './add.ts';
export { type DatasetDeclaration, datasetDeclaration } from './catalog/declaration.ts';
export { type OpenOptions, openWorkspace } from './open.ts';
export * from './server/index.ts';
export { initWorkspace } from './workspace/folder/index.ts';
export * from './workspace/index.ts';
