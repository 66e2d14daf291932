import { seeded } from '../../methods/random.ts';
import { countTerms } from '../analysis/count-terms.ts';
import { rowCount, type TermCounts, type TermRows } from '../lexical/term-rows.ts';
import { unit } from '../vectors/exact.ts';
import type { Vectors } from '../vectors/vector-index.ts';
import type { Embedder } from './embedder.ts';
import { rowWeigher, type SparseRow, type Vocabulary, vocabularyOf, weigh } from './sparse.ts';
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

function fold({ columns, values }: SparseRow, { terms, dimension }: LsaModel): Float32Array | undefined {
  if (columns.length === 0) return undefined;
  const vector = new Float32Array(dimension);
  for (let i = 0; i < columns.length; i++) {
    const value = values[i] ?? 0;
    for (let k = 0, at = (columns[i] ?? 0) * dimension; k < dimension; k++, at++) {
      vector[k] = (vector[k] ?? 0) + value * (terms[at] ?? 0);
    }
  }
  return vector.some((value) => value !== 0) ? unit(vector) : undefined;
}

/** Learns from the passages which terms go together. Undefined where they are too few or too alike to learn from. */
export async function trainLsa(
  passages: TermRows,
  breathe: () => Promise<void>,
): Promise<LsaModel | undefined> {
  const count = rowCount(passages);
  const vocabulary = vocabularyOf(passages, mostTerms);
  const studied = Math.min(count, mostPassages);
  const wanted = Math.floor(Math.min(largestDimension, studied / 4, vocabulary.idf.length / 4));
  if (wanted < 2) return undefined;
  const weighRow = rowWeigher(passages, vocabulary);
  const step = Math.max(1, count / mostPassages);
  const rows: SparseRow[] = [];
  for (let i = 0; i < studied; i++) {
    rows.push(weighRow(Math.floor(i * step)));
    await breathe();
  }
  const matrix = { columns: vocabulary.idf.length, rows };
  const terms = await rightSingularVectors(matrix, wanted, seeded(seed), breathe);
  return { dimension: wanted, vocabulary, terms };
}

export function foldIn(counts: TermCounts, model: LsaModel): Float32Array | undefined {
  return fold(weigh(counts, model.vocabulary), model);
}

/** The vectors of passages, by row. */
export async function foldRows(
  passages: TermRows,
  model: LsaModel,
  breathe: () => Promise<void>,
): Promise<Vectors> {
  const { dimension, vocabulary } = model;
  const count = rowCount(passages);
  const data = new Float32Array(count * dimension);
  const weighRow = rowWeigher(passages, vocabulary);
  for (let row = 0; row < count; row++) {
    data.set(fold(weighRow(row), model) ?? [], row * dimension);
    await breathe();
  }
  return { dimension, count, data };
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

/** Learns latent semantics of passages. */
export function teachLsa(breathe: () => Promise<void>) {
  return async (_texts: readonly string[], rows: TermRows) => {
    const model = await trainLsa(rows, breathe);
    return model && { vectors: await foldRows(rows, model, breathe), embedder: lsaEmbedder(model, 'probe') };
  };
}
