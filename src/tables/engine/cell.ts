import type { Cell } from '../../workspace/index.ts';
import type { SqlValue } from '../session.ts';

/**
 * A value as JSON can carry it. Integers beyond 2^53 are text; so are NaN, Infinity and -Infinity,
 * which JSON has no numbers for; −0 is 0, as JSON makes it.
 */
export function toCell(value: SqlValue): Cell {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : String(value);
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  const text = String(value);
  return /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : text;
}
