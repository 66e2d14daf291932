import { literal, pathLiteral } from '../../sql.ts';

export type JsonLayout = 'array' | 'newline_delimited' | 'unstructured';

/** Bytes that one record may have. */
export const largestRecord = 64 * 1024 * 1024;

/** FROM item with one column, `json`: a record each. */
export function jsonRecords(path: string, layout: JsonLayout, largest = largestRecord): string {
  return (
    `read_json_objects(${pathLiteral(path)}, format = '${layout}', compression = 'uncompressed', ` +
    `maximum_object_size = ${largest})`
  );
}

/** JSON pointer (RFC 6901) to a member, or an element, of a record. */
const pointer = (key: string | number): string =>
  literal(`/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`);

/** Texts `c0`… and JSON types `k0`… of the members of records; each record is parsed once. */
export function jsonCells(records: string, keys: readonly (string | number)[]): string {
  const cells = keys.map((_, i) => `cells[${i + 1}] ->> '$' AS c${i}, json_type(cells[${i + 1}]) AS k${i}`);
  return (
    `(SELECT ${cells.join(', ')} FROM ` +
    `(SELECT json_extract(json, [${keys.map(pointer).join(', ')}]) AS cells FROM ${records}))`
  );
}
