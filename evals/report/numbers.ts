/** Two decimals, so that scores and intervals stand in line; a true minus sign. */
export const scoreText = (value: number): string => value.toFixed(2).replace('-', '−');

/** The same with its sign. */
export const liftText = (value: number): string => (value < 0 ? '' : '+') + scoreText(value);

export const intervalText = (
  { estimate, low, high }: { estimate: number; low: number; high: number },
  write: (value: number) => string,
): string => `${write(estimate)} [${write(low)}, ${write(high)}]`;

/** `null`: there was no test. */
export function pText(p: number | null): string {
  if (p === null) return '–';
  return p < 0.0001 ? '< 0.0001' : p.toFixed(4);
}
