export { importTables } from './import/import-tables.ts';
export type {
  ColumnReading,
  ImportedTable,
  ImportOptions,
  Notice,
  NoticeCode,
  Reading,
  SourceColumn,
  SourceFormat,
} from './types.ts';
export { noticeCodes, sourceFormats } from './types.ts';
