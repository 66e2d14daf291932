/** A quoted SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A quoted SQL text. Control characters are kept: DuckDB takes them as they are. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A quoted path for a reading function, in which `*`, `?` and `[` mean themselves. */
export const pathLiteral = (path: string): string => literal(path.replace(/[*?[]/g, '[$&]'));

/** The 1-based place of a record in its source, derived from the Parquet file's own order. */
export const rowNumber = '(file_row_number + 1)';
