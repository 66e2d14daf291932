export { createCatalog } from './create-catalog.ts';
export { type DatasetDeclaration, datasetDeclaration } from './declaration.ts';
export { declarationOf } from './declaring/declaration-of.ts';
export { declare } from './declaring/declare.ts';
export { patternOf } from './declaring/pattern.ts';
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
export { readScenario, readScenarios, type ScenarioRegister } from './registers/read-scenarios.ts';
