import { type Rng, shuffle } from '../../methods/random.ts';
import { countTerms } from '../analysis/count-terms.ts';
import type { TermCounts } from '../documents/indexed.ts';
import { buildLexical } from '../lexical/bm25.ts';
import { sentenceEnds } from '../passages/sentences.ts';
import { foldIn, trainLsa } from './lsa.ts';

/** Below this many passages there is too little to learn from and to measure on. */
export const fewestPassages = 200;
/** Passages that the measurement looks at, at most. */
const sample = 2000;
const questions = 600;
const weights = [0, 0.1, 0.2, 0.3, 0.4];
/** How sure the gain must be: mean of the paired differences over its standard error. */
const surely = 2;

interface Probe {
  readonly row: number;
  readonly question: TermCounts;
}

function split(text: string, rng: Rng): readonly [question: string, rest: string] | undefined {
  const ends = [0, ...sentenceEnds(text, 0, text.length, text.length), text.length];
  const spans = ends.slice(1).map((end, i) => [ends[i] ?? 0, end] as const);
  const long = spans.filter(([from, to]) => to - from > 15);
  const [from, to] = long[Math.floor(rng() * long.length)] ?? [0, 0];
  if (long.length < 3) return undefined;
  return [text.slice(from, to), `${text.slice(0, from)} ${text.slice(to)}`];
}

/** nDCG of one relevant passage at `place`, counted from 0, among the first ten. */
const gain = (place: number): number => (place < 10 ? 1 / Math.log2(place + 2) : 0);

function placesOf(row: number, words: Float64Array, near: Float64Array): number[] {
  const most = (values: Float64Array) => values.reduce((a, b) => Math.max(a, b), 0) || 1;
  const [mostWords, mostNear] = [most(words), most(near)];
  return weights.map((weight) => {
    const worth = (at: number) =>
      ((1 - weight) * (words[at] ?? 0)) / mostWords + (weight * (near[at] ?? 0)) / mostNear;
    const mine = worth(row);
    return words.reduce((place, _, at) => place + (worth(at) > mine ? 1 : 0), 0);
  });
}

function best(gains: readonly number[][]): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  let chosen = { weight: 0, gain: 0 };
  for (const [i, weight] of weights.entries()) {
    const differences = gains.map((row) => (row[i] ?? 0) - (row[0] ?? 0));
    const gained = mean(differences);
    const error = Math.sqrt(mean(differences.map((d) => (d - gained) ** 2)) / differences.length);
    if (gained > chosen.gain && gained > surely * error) chosen = { weight, gain: gained };
  }
  return chosen.weight;
}

/**
 * How much latent semantics may count beside BM25 on these passages, 0 to 0.4. Sentences are taken out of passages and
 * asked as questions; what is left of the passage is what should be found. 0 unless the gain is sure.
 */
export async function earnWeight(
  texts: readonly string[],
  rng: Rng,
  breathe: () => Promise<void>,
): Promise<number> {
  if (texts.length < fewestPassages) return 0;
  const counts: TermCounts[] = [];
  const probes: Probe[] = [];
  for (const text of shuffle(rng, texts).slice(0, sample)) {
    const parts = probes.length < questions ? split(text, rng) : undefined;
    if (parts) probes.push({ row: counts.length, question: countTerms(parts[0]) });
    counts.push(countTerms(parts?.[1] ?? text));
    await breathe();
  }
  const model = await trainLsa(counts, breathe);
  if (!model || probes.length < fewestPassages / 2) return 0;
  const lexical = buildLexical(counts);
  const vectors = counts.map((row) => foldIn(row, model));
  const gains: number[][] = [];
  for (const { row, question } of probes) {
    const words = new Float64Array(counts.length);
    for (const term of question.terms) {
      const postings = lexical.postings(term);
      const idf = lexical.idf(term);
      for (const [i, at] of postings?.rows.entries() ?? []) {
        words[at] = (words[at] ?? 0) + idf * (postings?.weights[i] ?? 0);
      }
    }
    const asked = foldIn(question, model);
    const near = Float64Array.from(vectors, (vector) => {
      if (!vector || !asked) return 0;
      return Math.max(
        0,
        vector.reduce((sum, value, i) => sum + value * (asked[i] ?? 0), 0),
      );
    });
    gains.push(placesOf(row, words, near).map(gain));
    await breathe();
  }
  return best(gains);
}
