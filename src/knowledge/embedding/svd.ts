import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { normal, type Rng } from '../../methods/random.ts';
import type { SparseMatrix } from './sparse.ts';

/** `count` numbers for each of `length` rows, row after row. */
interface Block {
  readonly length: number;
  readonly count: number;
  readonly data: Float32Array;
}

type Breathe = () => Promise<void>;

const block = (length: number, count: number): Block => ({
  length,
  count,
  data: new Float32Array(length * count),
});

/** A·X or, with `across`, Aᵀ·X. */
async function times({ columns, rows }: SparseMatrix, x: Block, across: boolean, breathe: Breathe) {
  const { count } = x;
  const product = block(across ? columns : rows.length, count);
  const [from, to] = [x.data, product.data];
  for (const [r, row] of rows.entries()) {
    for (let i = 0; i < row.columns.length; i++) {
      const value = row.values[i] ?? 0;
      const column = (row.columns[i] ?? 0) * count;
      let source = across ? r * count : column;
      let target = across ? column : r * count;
      for (let c = 0; c < count; c++, source++, target++)
        to[target] = (to[target] ?? 0) + value * (from[source] ?? 0);
    }
    await breathe();
  }
  return product;
}

/** Xᵀ·X. */
async function gramOf({ length, count, data }: Block, breathe: Breathe): Promise<Matrix> {
  const sums = new Float64Array(count * count);
  for (let r = 0; r < length; r++) {
    const at = r * count;
    for (let i = 0; i < count; i++) {
      const value = data[at + i] ?? 0;
      if (value === 0) continue;
      for (let j = 0, to = i * count; j <= i; j++, to++)
        sums[to] = (sums[to] ?? 0) + value * (data[at + j] ?? 0);
    }
    await breathe();
  }
  const gram = Matrix.zeros(count, count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= i; j++) {
      gram.set(i, j, sums[i * count + j] ?? 0);
      gram.set(j, i, sums[i * count + j] ?? 0);
    }
  }
  return gram;
}

/** X·M, M of `count` rows and `wanted` columns, row after row. */
async function by(x: Block, matrix: Float64Array, wanted: number, breathe: Breathe): Promise<Block> {
  const product = block(x.length, wanted);
  const sums = new Float64Array(wanted);
  for (let r = 0; r < x.length; r++) {
    sums.fill(0);
    for (let i = 0; i < x.count; i++) {
      const value = x.data[r * x.count + i] ?? 0;
      for (let c = 0, at = i * wanted; c < wanted; c++, at++)
        sums[c] = (sums[c] ?? 0) + value * (matrix[at] ?? 0);
    }
    product.data.set(sums, r * wanted);
    await breathe();
  }
  return product;
}

/** Directions in which less is left than this share of the strongest are taken for rounding. */
const negligible = 1e-10;

/** W/σ for the `wanted` strongest eigenvectors W of XᵀX, row after row: X times it has orthonormal columns. */
function whitening(gram: Matrix, wanted: number): Float64Array {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  const count = realEigenvalues.length;
  const result = new Float64Array(count * wanted);
  // Eigenvalues ascend.
  const strongest = realEigenvalues[count - 1] ?? 0;
  for (let k = 0; k < Math.min(wanted, count); k++) {
    const value = realEigenvalues[count - 1 - k] ?? 0;
    if (value <= strongest * negligible || value <= 0) break;
    for (let i = 0; i < count; i++)
      result[i * wanted + k] = eigenvectorMatrix.get(i, count - 1 - k) / Math.sqrt(value);
  }
  return result;
}

/** The same by Cholesky, many times as fast; undefined where the columns depend on each other. */
function triangular(gram: Matrix): Float64Array | undefined {
  const cholesky = new CholeskyDecomposition(gram);
  if (!cholesky.isPositiveDefinite()) return undefined;
  const lower = cholesky.lowerTriangularMatrix;
  const count = gram.rows;
  const diagonal = Array.from({ length: count }, (_, i) => lower.get(i, i));
  if (Math.min(...diagonal) < Math.sqrt(negligible) * Math.max(...diagonal)) return undefined;
  // Row i of the inverse of L, which is column i of what X is multiplied with.
  const result = new Float64Array(count * count);
  for (let column = 0; column < count; column++) {
    for (let i = column; i < count; i++) {
      let sum = i === column ? 1 : 0;
      for (let k = column; k < i; k++) sum -= lower.get(i, k) * (result[column * count + k] ?? 0);
      result[column * count + i] = sum / (diagonal[i] ?? 1);
    }
  }
  return result;
}

/** A basis of what the columns span; the second round removes what rounding left. */
async function orthonormal(x: Block, breathe: Breathe): Promise<Block> {
  let basis = x;
  for (let round = 0; round < 2; round++) {
    const gram = await gramOf(basis, breathe);
    basis = await by(basis, triangular(gram) ?? whitening(gram, x.count), x.count, breathe);
  }
  return basis;
}

/** More directions than asked for, and rounds of iteration, that make the random start harmless. */
const oversampling = 10;
const rounds = 2;

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
  const start = block(matrix.columns, wide);
  for (let i = 0; i < start.data.length; i++) {
    start.data[i] = normal(rng);
    if (i % 1000 === 0) await breathe();
  }
  let basis = await times(matrix, start, false, breathe);
  for (let round = 0; round < rounds; round++) {
    basis = await orthonormal(basis, breathe);
    basis = await times(matrix, await times(matrix, basis, true, breathe), false, breathe);
  }
  basis = await orthonormal(basis, breathe);
  // A ≈ Q·Bᵀ with B = Aᵀ·Q; from BᵀB = W·σ²·Wᵀ follow the right singular vectors B·W/σ.
  const image = await times(matrix, basis, true, breathe);
  return (await by(image, whitening(await gramOf(image, breathe), rank), rank, breathe)).data;
}
