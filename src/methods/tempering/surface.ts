import { Matrix, solve } from 'ml-matrix';
import { hollomonJaffe } from '../hollomon-jaffe.ts';
import type { TemperedRow } from './rows.ts';

/** One width of the kernel: 700 K in the Hollomon–Jaffe parameter (about 33 °C), 0.7 decades of time. */
const parameterWidth = 700;
const decadesWidth = 0.7;
/** Kernel width in °C where there is no constant, so no parameter. */
const temperatureWidth = 33;
/** So many rows lie within one and a half widths: the kernel widens where rows are sparse. */
const neighbours = 2;
const reach = 1.5;
/** Pulls the slopes of a direction in which the rows say nothing towards zero, as a share of the weight. */
const ridge = 0.02;

type Triple = readonly [number, number, number];

export interface Estimate<Row> {
  readonly hardness: number;
  /** Rows and their shares of the weight, heaviest first. */
  readonly weights: readonly (readonly [row: Row, share: number])[];
}

export type Surface<Row> = (temperature: number, time: number, without?: Row) => Estimate<Row>;

/**
 * Hardness over temperature and time as a locally weighted plane in the Hollomon–Jaffe parameter and log10 time
 * (W. S. Cleveland, S. J. Devlin, JASA 83 (1988) 596–610). The parameter alone is not enough: its constant varies
 * with the steel, and rows of nearly the same time correct for that.
 */
export function hardnessSurface<Row extends TemperedRow>(
  rows: readonly Row[],
  constant: number | null,
): Surface<Row> {
  const place = (temperature: number, time: number): readonly [number, number] =>
    constant === null
      ? [temperature / temperatureWidth, 0]
      : [hollomonJaffe(temperature, time, constant) / parameterWidth, Math.log10(time) / decadesWidth];
  const points = rows.map((row) => ({ row, at: place(row.temperature, row.time) }));

  return (temperature, time, without) => {
    const [u, v] = place(temperature, time);
    const offsets = points
      .filter((point) => point.row !== without)
      .map(({ row, at }) => ({ row, du: at[0] - u, dv: at[1] - v }));
    const distances = offsets.map(({ du, dv }) => Math.hypot(du, dv)).sort((a, b) => a - b);
    const nth = distances[Math.min(neighbours, distances.length) - 1] ?? 1;
    const widening = Math.max(1, nth / reach);
    const weighted = offsets.map(({ row, du, dv }) => {
      const offset: Triple = [1, du / widening, dv / widening];
      return { row, offset, weight: Math.exp(-(offset[1] ** 2 + offset[2] ** 2) / 2) };
    });
    const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
    return {
      hardness: planeAtOrigin(weighted, ridge * total),
      weights: weighted.map(({ row, weight }) => [row, weight / total] as const).sort((a, b) => b[1] - a[1]),
    };
  };
}

/** Value at the origin of the weighted least-squares plane whose slopes are penalised. */
function planeAtOrigin(
  points: readonly { row: TemperedRow; offset: Triple; weight: number }[],
  penalty: number,
): number {
  const axes = [0, 1, 2] as const;
  const sum = (f: (offset: Triple, hardness: number) => number) =>
    points.reduce((total, { row, offset, weight }) => total + weight * f(offset, row.hardness), 0);
  const normal = axes.map((i) =>
    axes.map((j) => sum((offset) => offset[i] * offset[j]) + (i === j && i > 0 ? penalty : 0)),
  );
  const right = axes.map((i) => sum((offset, hardness) => offset[i] * hardness));
  return solve(new Matrix(normal), Matrix.columnVector(right)).get(0, 0);
}
