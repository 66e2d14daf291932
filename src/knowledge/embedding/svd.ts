import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { normal, type Rng } from '../../methods/random.ts';
import type { SparseMatrix } from './sparse.ts';

/** `count` columns of `length` numbers, column after column. */
interface Columns {
  readonly length: number;
  readonly count: number;
  readonly data: Float32Array;
}

type Breathe = () => Promise<void>;

const column = ({ data, length }: Columns, i: number): Float32Array =>
  data.subarray(i * length, (i + 1) * length);

/** A·X or, with `across`, Aᵀ·X. */
async function times(matrix: SparseMatrix, x: Columns, across: boolean, breathe: Breathe): Promise<Columns> {
  const length = across ? matrix.columns : matrix.rows.length;
  const data = new Float32Array(length * x.count);
  for (let c = 0; c < x.count; c++) {
    const from = column(x, c);
    const to = data.subarray(c * length, (c + 1) * length);
    for (const [r, { columns, values }] of matrix.rows.entries()) {
      let sum = 0;
      const scale = from[r] ?? 0;
      for (let i = 0; i < columns.length; i++) {
        const at = columns[i] ?? 0;
        const value = values[i] ?? 0;
        if (across) to[at] = (to[at] ?? 0) + value * scale;
        else sum += value * (from[at] ?? 0);
      }
      if (!across) to[r] = sum;
    }
    await breathe();
  }
  return { length, count: x.count, data };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Makes the columns orthonormal in place (modified Gram and Schmidt, twice); dependent ones become zero. */
async function orthonormalise(x: Columns, breathe: Breathe): Promise<void> {
  for (let c = 0; c < x.count; c++) {
    const mine = column(x, c);
    const before = Math.sqrt(dot(mine, mine));
    for (let pass = 0; pass < 2; pass++) {
      for (let d = 0; d < c; d++) {
        const other = column(x, d);
        const along = dot(mine, other);
        for (let i = 0; i < mine.length; i++) mine[i] = (mine[i] ?? 0) - along * (other[i] ?? 0);
      }
      await breathe();
    }
    const length = Math.sqrt(dot(mine, mine));
    const scale = length > 1e-6 * before && length > 0 ? 1 / length : 0;
    for (let i = 0; i < mine.length; i++) mine[i] = (mine[i] ?? 0) * scale;
  }
}

/** More directions than asked for, and rounds of iteration, that make the random start harmless. */
const oversampling = 10;
const rounds = 2;

async function randomColumns(length: number, count: number, rng: Rng, breathe: Breathe): Promise<Columns> {
  const data = new Float32Array(length * count);
  for (let c = 0; c < count; c++) {
    for (let i = c * length; i < (c + 1) * length; i++) data[i] = normal(rng);
    await breathe();
  }
  return { length, count, data };
}

async function gramOf(x: Columns, breathe: Breathe): Promise<Matrix> {
  const gram = Matrix.zeros(x.count, x.count);
  for (let i = 0; i < x.count; i++) {
    for (let j = 0; j <= i; j++) {
      const value = dot(column(x, i), column(x, j));
      gram.set(i, j, value);
      gram.set(j, i, value);
    }
    await breathe();
  }
  return gram;
}

/**
 * The first right singular vectors of a sparse matrix, at most `rank`: `rank` numbers per column of the matrix, row after
 * row. A row of the matrix times them is its place in the reduced space. Randomised subspace iteration: Halko, Martinsson
 * and Tropp, Finding structure with randomness, 2011, on the side of the rows, which are fewer.
 */
export async function rightSingularVectors(
  matrix: SparseMatrix,
  rank: number,
  rng: Rng,
  breathe: Breathe,
): Promise<Float32Array> {
  const wide = Math.min(rank + oversampling, matrix.rows.length, matrix.columns);
  const start = await randomColumns(matrix.columns, wide, rng, breathe);
  let basis = await times(matrix, start, false, breathe);
  for (let round = 0; round < rounds; round++) {
    await orthonormalise(basis, breathe);
    basis = await times(matrix, await times(matrix, basis, true, breathe), false, breathe);
  }
  await orthonormalise(basis, breathe);
  // A ≈ Q·Bᵀ with B = Aᵀ·Q; from BᵀB = W·σ²·Wᵀ follow the right singular vectors B·W/σ.
  const image = await times(matrix, basis, true, breathe);
  const eigen = new EigenvalueDecomposition(await gramOf(image, breathe), { assumeSymmetric: true });
  const result = new Float32Array(matrix.columns * rank);
  for (let k = 0; k < Math.min(rank, wide); k++) {
    // Eigenvalues ascend.
    const at = wide - 1 - k;
    const sigma = Math.sqrt(Math.max(0, eigen.realEigenvalues[at] ?? 0));
    if (sigma < 1e-6) break;
    for (let j = 0; j < wide; j++) {
      const factor = eigen.eigenvectorMatrix.get(j, at) / sigma;
      const from = column(image, j);
      for (let i = 0, to = k; i < matrix.columns; i++, to += rank) {
        result[to] = (result[to] ?? 0) + factor * (from[i] ?? 0);
      }
    }
    await breathe();
  }
  return result;
}
