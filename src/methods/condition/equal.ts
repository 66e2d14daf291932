import type { Compare, Term } from './model.ts';

/** What rounding to doubles may make of two sides that are equal in decimals, relative to the larger: 0.1 + 0.2 = 0.3. */
const rounding = 2 ** -46;

const isCalculated = ({ kind }: Term): boolean => kind === 'arithmetic' || kind === 'call';

/** How far both sides may differ, relative to the larger one: nothing for bare values, rounding where one is calculated, or what is asked. */
export function allowance({ left, right }: Compare, tolerance: number): number {
  return Math.max(tolerance, isCalculated(left) || isCalculated(right) ? rounding : 0);
}

export function areEqual(a: number, b: number, relative: number): boolean {
  return a === b || Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b));
}
