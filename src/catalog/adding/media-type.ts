import { extname } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.tsv': 'text/tab-separated-values',
  '.tab': 'text/tab-separated-values',
  '.json': 'application/json',
  '.ndjson': 'application/x-ndjson',
  '.jsonl': 'application/x-ndjson',
  '.parquet': 'application/vnd.apache.parquet',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.txt': 'text/plain',
};

/** By the file's name; text where it says nothing, since the importer takes text under any name. */
export function mediaTypeOf(path: string): string {
  return types[extname(path).toLowerCase()] ?? 'text/plain';
}

/** Whether a file in a folder is taken for a table by its name. */
export function isTableName(path: string): boolean {
  return extname(path).toLowerCase() in types;
}
