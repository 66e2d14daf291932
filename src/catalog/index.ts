export { createCatalog } from './create-catalog.ts';
export { type DatasetDeclaration, datasetDeclaration } from './declaration.ts';
export {
  type CroissantFinding,
  type CroissantLevel,
  type CroissantReading,
  checkCroissant,
  croissantLevels,
  readCroissant,
  readCroissantDocument,
  writeCroissant,
} from './formats/croissant/index.ts';
export { readDeclaration } from './read-declaration.ts';
