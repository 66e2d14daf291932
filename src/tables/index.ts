export type { EngineTable } from './engine/engine-table.ts';
export { openTableEngine, type TableEngineOptions } from './engine/open-table-engine.ts';
export { tableEngineVersion } from './engine/version.ts';
export { importTables } from './import/import-tables.ts';
export type {
  ColumnReading,
  ColumnSummary,
  ImportedTable,
  ImportOptions,
  Notice,
  NoticeCode,
  Reading,
  SourceColumn,
  SourceFormat,
  TableSummary,
} from './types.ts';
export { noticeCodes, sourceFormats } from './types.ts';
export { namesToWrite } from './write/column-names.ts';
export {
  type FieldToWrite,
  type TextColumns,
  type WriteOptions,
  writeParquet,
} from './write/write-parquet.ts';
