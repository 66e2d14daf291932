/** Windows that a record set is cut into. */
export const mostWindows = 60;

/** Records of a window: all windows have as many, but the last, which may have fewer. */
export function windowSize(rows: number): number {
  return Math.max(1, Math.ceil(rows / mostWindows));
}

/** First row of each window. */
export function firstRowsOf(rows: number): readonly number[] {
  const size = windowSize(rows);
  return Array.from({ length: Math.ceil(rows / size) }, (_, place) => place * size + 1);
}
