export { croissantContext } from './context.ts';
export { type DescribedDataset, readDescribedDataset } from './entry.ts';
export { type CroissantFinding, type CroissantLevel, croissantLevels } from './finding.ts';
export { type CroissantReading, readCroissant, readCroissantDocument, refusal } from './read.ts';
export type { CroissantFile, CroissantMetadata, CroissantRecordSet } from './read-metadata.ts';
export type { Readings, RecordSetReading } from './reading.ts';
export { type CroissantCheck, checkCroissant } from './validate.ts';
export { type CroissantVersion, namespaces, roleTypes, statisticTerms, versions } from './vocabulary.ts';
export { writeCroissant } from './write.ts';
