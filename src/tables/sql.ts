/** A quoted SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A quoted SQL text. Control characters are kept: DuckDB takes them as they are. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A quoted path for a reading function, in which `*`, `?` and `[` mean themselves. */
export const pathLiteral = (path: string): string => literal(path.replace(/[*?[]/g, '[$&]'));

/** The 1-based place of a record in its source, derived from the Parquet file's own order. */
export const rowNumber = '(file_row_number + 1)';

/** Squares beyond this leave the range of a double, at which DuckDB's deviation fails. */
const largestDeviating = '1e150';

/**
 * Sample standard deviation (n − 1) of numbers; `otherwise` where one of `which` is too large for it, or infinite. Cases instead of
 * filters: of these DuckDB compares each with every other.
 */
export function deviation(value: string, otherwise: string, which = 'true'): string {
  const small = `abs(${value}) < ${largestDeviating}`;
  return (
    `CASE WHEN bool_or(${which} AND NOT ${small}) THEN ${otherwise} ` +
    `ELSE stddev_samp(CASE WHEN ${small} THEN ${value} END) END`
  );
}
