import { normalQuantile } from '../intervals/index.ts';
import type { Agreement } from './bootstrap.ts';
import { type Ratings, type Value, valuesOf } from './ratings.ts';

export interface CohenOptions {
  /**
   * What a near miss counts: nothing (default), or more the nearer the labels stand in their order, by the distance or its square.
   */
  readonly weights?: 'none' | 'linear' | 'quadratic';
  /** The labels from the lowest up; default: those that occur, numbers by size, texts by code point. */
  readonly order?: readonly Value[];
  /** E.g. 0.95. */
  readonly level?: number;
}

/**
 * Cohen's kappa of two annotators; items that one of them left out do not count. J. Cohen, Educational and Psychological
 * Measurement 20 (1960) 37–46; with weights: Psychological Bulletin 70 (1968) 213–220. The interval is the large-sample one of
 * J. L. Fleiss, J. Cohen, B. S. Everitt, Psychological Bulletin 72 (1969) 323–327, cut at -1 and 1: of few items it is too
 * narrow, and a point where all agree. NaN where both gave one and the same label throughout.
 *
 * @param ratings two labels for each item.
 */
export function cohenKappa(
  ratings: Ratings,
  { weights = 'none', order, level = 0.95 }: CohenOptions = {},
): Agreement {
  const both = ratings.flatMap(([a = null, b = null]) => (a === null || b === null ? [] : [[a, b] as const]));
  const values = valuesOf(both, order);
  const codeOf = new Map(values.map((value, code) => [value, code]));
  const size = values.length;
  const table = new Float64Array(size * size);
  const rows = new Float64Array(size);
  const columns = new Float64Array(size);
  const share = 1 / both.length;
  for (const [one, other] of both) {
    const [a, b] = [codeOf.get(one) ?? 0, codeOf.get(other) ?? 0];
    table[a * size + b] = (table[a * size + b] ?? 0) + share;
    rows[a] = (rows[a] ?? 0) + share;
    columns[b] = (columns[b] ?? 0) + share;
  }
  const weight = (a: number, b: number): number => {
    if (a === b) return 1;
    if (weights === 'none') return 0;
    const distance = Math.abs(a - b) / (size - 1);
    return 1 - (weights === 'linear' ? distance : distance * distance);
  };
  let [observed, byChance] = [0, 0];
  const rowWeights = new Float64Array(size);
  const columnWeights = new Float64Array(size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const w = weight(a, b);
      const [row, column] = [rows[a] ?? 0, columns[b] ?? 0];
      observed += w * (table[a * size + b] ?? 0);
      byChance += w * row * column;
      rowWeights[a] = (rowWeights[a] ?? 0) + w * column;
      columnWeights[b] = (columnWeights[b] ?? 0) + w * row;
    }
  }
  // Rounding leaves a hair of chance where there is none.
  if (size < 2 || 1 - byChance < 1e-12) {
    return { estimate: Number.NaN, low: Number.NaN, high: Number.NaN, level, items: both.length };
  }
  const estimate = (observed - byChance) / (1 - byChance);
  let squares = 0;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const term =
        weight(a, b) * (1 - byChance) - ((rowWeights[a] ?? 0) + (columnWeights[b] ?? 0)) * (1 - observed);
      squares += (table[a * size + b] ?? 0) * term * term;
    }
  }
  const remainder = observed * byChance - 2 * byChance + observed;
  const variance = Math.max(0, squares - remainder * remainder) / (both.length * (1 - byChance) ** 4);
  const reach = normalQuantile(1 - (1 - level) / 2) * Math.sqrt(variance);
  return {
    estimate,
    low: Math.max(-1, estimate - reach),
    high: Math.min(1, estimate + reach),
    level,
    items: both.length,
  };
}
