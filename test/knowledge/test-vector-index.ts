import { describe, expect, test } from 'vitest';
import { exactPlug } from '../../src/knowledge/vectors/exact.ts';
import type { VectorIndexPlug, Vectors } from '../../src/knowledge/vectors/vector-index.ts';
import { normal, seeded } from '../../src/methods/random.ts';

/** Rows of length 1 around some centres, as texts of some topics are. */
export function clusters(count: number, dimension: number, seed = 1): Vectors {
  const rng = seeded(seed);
  const draw = (n: number) => Array.from({ length: n }, () => normal(rng));
  const centres = Array.from({ length: 12 }, () => draw(dimension));
  const data = new Float32Array(count * dimension);
  for (let row = 0; row < count; row++) {
    const centre = centres[row % centres.length] ?? [];
    const point = draw(dimension).map((value, i) => value * 0.5 + (centre[i] ?? 0));
    const length = Math.hypot(...point);
    data.set(
      point.map((value) => value / length),
      row * dimension,
    );
  }
  return { dimension, count, data };
}

const rowOf = ({ data, dimension }: Vectors, row: number): Float32Array =>
  data.slice(row * dimension, (row + 1) * dimension);

/** What every vector index promises. `available` is false where the machine lacks what it needs. */
export function testVectorIndex(name: string, plug: VectorIndexPlug, available = true): void {
  describe.skipIf(!available)(`${name}: vector index`, () => {
    const vectors = clusters(1500, 24);

    test('finds a row by itself, with cosine 1', async () => {
      const index = await plug.build(vectors);
      for (const row of [0, 700, 1499]) {
        const [first] = index.search(rowOf(vectors, row), 1);
        expect(first?.row).toBe(row);
        expect(first?.similarity).toBeCloseTo(1, 5);
      }
      expect(index).toMatchObject({ kind: plug.kind, dimension: 24, count: 1500 });
    });

    test('finds at least 95 of 100 nearest neighbours, nearest first', async () => {
      const index = await plug.build(vectors);
      const exact = await exactPlug.build(vectors);
      const questions = clusters(50, 24, 2);
      let found = 0;
      for (let i = 0; i < questions.count; i++) {
        const question = rowOf(questions, i);
        const near = index.search(question, 10);
        const truth = new Map(exact.search(question, 10).map(({ row, similarity }) => [row, similarity]));
        for (const { row, similarity } of near) {
          if (!truth.has(row)) continue;
          found++;
          expect(similarity).toBeCloseTo(truth.get(row) ?? 0, 5);
        }
        const similarities = near.map(({ similarity }) => similarity);
        expect(similarities.toSorted((a, b) => b - a)).toEqual(similarities);
      }
      expect(found).toBeGreaterThanOrEqual(0.95 * 10 * questions.count);
    });

    test('the length of the question does not matter', async () => {
      const index = await plug.build(vectors);
      const question = rowOf(vectors, 3);
      const long = question.map((value) => value * 40);
      expect(index.search(long, 5).map(({ row }) => row)).toEqual(
        index.search(question, 5).map(({ row }) => row),
      );
    });

    test.each([1, 5, 40])('a filter leaves nothing out: one row of %i is admitted', async (every) => {
      const index = await plug.build(vectors);
      const accept = (row: number) => row % every === 0;
      const near = index.search(rowOf(vectors, 1), 30, accept);
      expect(near).toHaveLength(30);
      expect(near.every(({ row }) => accept(row))).toBe(true);
    });

    test('asked for more than there are, gives all; for none, none', async () => {
      const few = clusters(5, 4);
      const index = await plug.build(few);
      expect(index.search(rowOf(few, 0), 50)).toHaveLength(5);
      expect(index.search(rowOf(few, 0), 0)).toEqual([]);
      expect(index.search(rowOf(few, 0), 5, () => false)).toEqual([]);
    });

    test('an empty index finds nothing', async () => {
      const index = await plug.build({ dimension: 4, count: 0, data: new Float32Array() });
      expect(index.search(Float32Array.of(1, 0, 0, 0), 3)).toEqual([]);
    });

    test('rows that are all zero are like nothing', async () => {
      const data = Float32Array.of(1, 0, 0, 0, 0, 1);
      const index = await plug.build({ dimension: 2, count: 3, data });
      const near = index.search(Float32Array.of(1, 0), 3);
      expect(near[0]).toEqual({ row: 0, similarity: 1 });
      expect(near.find(({ row }) => row === 1)?.similarity).toBe(0);
    });

    test.each([
      ['NaN', { dimension: 2, count: 2, data: Float32Array.of(1, 0, Number.NaN, 1) }],
      ['infinity', { dimension: 2, count: 1, data: Float32Array.of(Number.POSITIVE_INFINITY, 0) }],
      ['missing numbers', { dimension: 2, count: 2, data: Float32Array.of(1, 0, 1) }],
    ])('refuses rows with %s', async (_, bad) => {
      await expect(plug.build(bad)).rejects.toMatchObject({ code: 'invalid_argument' });
    });

    test.each([[[1, 0, 0]], [[Number.NaN, 0]]])('refuses the question %o', async (question) => {
      const index = await plug.build({ dimension: 2, count: 1, data: Float32Array.of(1, 0) });
      expect(() => index.search(Float32Array.from(question), 1)).toThrow(
        expect.objectContaining({ code: 'invalid_argument' }),
      );
    });
  });
}
