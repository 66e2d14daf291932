import { seeded } from '../../methods/random.ts';
import { countTerms } from '../analysis/count-terms.ts';
import type { TermCounts } from '../documents/indexed.ts';
import { unit } from '../vectors/exact.ts';
import type { Embedder } from './embedder.ts';
import { type SparseRow, type Vocabulary, vocabularyOf, weigh } from './sparse.ts';
import { rightSingularVectors } from './svd.ts';

/** Latent semantic analysis of one collection (Deerwester et al., 1990). */
export interface LsaModel {
  readonly dimension: number;
  readonly vocabulary: Vocabulary;
  /** One row of `dimension` numbers per term of the vocabulary. */
  readonly terms: Float32Array;
}

const largestDimension = 100;
const mostTerms = 15_000;
/** More passages than this add time and little else to learn from. */
const mostPassages = 20_000;
const seed = 1;

function fold(row: SparseRow, { terms, dimension }: LsaModel): Float32Array | undefined {
  if (row.columns.length === 0) return undefined;
  const vector = new Float32Array(dimension);
  for (const [i, column] of row.columns.entries()) {
    const value = row.values[i] ?? 0;
    for (let k = 0, at = column * dimension; k < dimension; k++, at++) {
      vector[k] = (vector[k] ?? 0) + value * (terms[at] ?? 0);
    }
  }
  return vector.some((value) => value !== 0) ? unit(vector) : undefined;
}

/** Learns from the passages which terms go together. Undefined where they are too few or too alike to learn from. */
export async function trainLsa(
  passages: readonly TermCounts[],
  breathe: () => Promise<void>,
): Promise<LsaModel | undefined> {
  const step = Math.max(1, passages.length / mostPassages);
  const studied = Array.from(
    { length: Math.min(passages.length, mostPassages) },
    (_, i) => passages[Math.floor(i * step)] ?? { terms: [], counts: [] },
  );
  const vocabulary = vocabularyOf(studied, mostTerms);
  const wanted = Math.min(largestDimension, Math.floor(studied.length / 4), vocabulary.idf.length);
  if (wanted < 2) return undefined;
  const matrix = {
    columns: vocabulary.idf.length,
    rows: studied.map((passage) => weigh(passage, vocabulary)),
  };
  const terms = await rightSingularVectors(matrix, wanted, seeded(seed), breathe);
  return { dimension: wanted, vocabulary, terms };
}

export function foldIn(counts: TermCounts, model: LsaModel): Float32Array | undefined {
  return fold(weigh(counts, model.vocabulary), model);
}

/** `id` names the collection that the model was trained on. */
export function lsaEmbedder(model: LsaModel, id: string): Embedder {
  return {
    id: `lsa ${id}`,
    dimension: model.dimension,
    async embed(texts) {
      return texts.map((text) => foldIn(countTerms(text), model));
    },
  };
}
