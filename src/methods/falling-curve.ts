import { isotonic } from './isotonic.ts';

/** A curve that never rises, linear between its points. */
export interface FallingCurve {
  /** Rising. */
  readonly x: readonly number[];
  /** Never rising. */
  readonly y: readonly number[];
  /** Largest distance between the values given and the curve: how far they were from never rising. */
  readonly correction: number;
}

/** The nearest curve that never rises through values at rising `x`. */
export function fallingCurve(x: readonly number[], values: readonly number[]): FallingCurve {
  const y = isotonic(values, 'falling');
  return { x, y, correction: Math.max(0, ...values.map((value, i) => Math.abs(value - (y[i] ?? value)))) };
}

/**
 * Where the curve takes the value `y`: the middle of the place where it is level there, and the nearest end where it
 * never takes that value.
 */
export function inverse(curve: FallingCurve, y: number): number {
  const above = curve.y.filter((value) => value > y).length;
  const notBelow = curve.y.filter((value) => value >= y).length;
  const at = (i: number) => curve.x[Math.min(Math.max(i, 0), curve.x.length - 1)] ?? Number.NaN;
  if (notBelow > above) return (at(above) + at(notBelow - 1)) / 2;
  const left = curve.y[above - 1];
  const right = curve.y[above];
  if (left === undefined || right === undefined) return at(above);
  return at(above - 1) + ((left - y) / (left - right)) * (at(above) - at(above - 1));
}
