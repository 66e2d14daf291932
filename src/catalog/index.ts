export { createCatalog } from './create-catalog.ts';
export { type DatasetDeclaration, datasetDeclaration } from './declaration.ts';
