import { quantileSorted } from 'simple-statistics';
import { type Rng, shuffle } from '../../methods/random.ts';
import { countTerms } from '../analysis/count-terms.ts';
import { buildLexical, type LexicalIndex } from '../lexical/bm25.ts';
import { type TermCounts, type TermRows, termRows } from '../lexical/term-rows.ts';
import { sentenceEnds } from '../passages/sentences.ts';
import { withFeedback } from '../search/feedback.ts';
import { understand } from '../search/question.ts';
import { type CandidateOptions, candidates } from '../search/score.ts';
import { exactPlug } from '../vectors/exact.ts';
import type { Vectors } from '../vectors/vector-index.ts';
import type { Embedder } from './embedder.ts';

/** Below this many passages there is too little to learn from and to measure on. */
export const fewestPassages = 200;
/** Passages that the measurement looks at, at most. */
const sample = 2000;
const questions = 600;
const weights = [0, 0.1, 0.2, 0.3, 0.4];
/** How sure the gain must be: mean of the paired differences over its standard error. */
const surely = 2;

/** A model of passages, the vectors of these, and what makes vectors of questions; undefined where nothing can be learnt. */
export type Teach = (
  texts: readonly string[],
  rows: TermRows,
) => Promise<{ readonly vectors: Vectors; readonly embedder: Embedder } | undefined>;

/** A sentence is asked of the passages that it was taken out of: nothing is translated. */
const monolingual = { zh: false, en: false };

interface Probe {
  readonly row: number;
  readonly question: string;
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

/** What the search gains with each weight for one question, and how near the nearest passage is that was not asked for. */
function outcome(
  { row, question }: Probe,
  lexical: LexicalIndex,
  meaning: CandidateOptions['meaning'],
): { readonly gains: number[]; readonly strange: number } {
  const found = understand(question, lexical, monolingual);
  const rows = candidates(found, lexical, meaning && { meaning });
  const words = withFeedback(rows, found, lexical);
  const mine = rows.findIndex((candidate) => candidate.row === row);
  const strange = rows.reduce((most, one) => (one.row === row ? most : Math.max(most, one.meaning)), 0);
  if (mine < 0) return { gains: weights.map(() => 0), strange };
  const mostWords = Math.max(...words) || 1;
  const mostNear = Math.max(...rows.map((one) => one.meaning)) || 1;
  const gains = weights.map((weight) => {
    const worth = (at: number) =>
      ((1 - weight) * (words[at] ?? 0)) / mostWords + (weight * (rows[at]?.meaning ?? 0)) / mostNear;
    const least = worth(mine);
    return gain(rows.reduce((place, _, at) => place + (worth(at) > least ? 1 : 0), 0));
  });
  return { gains, strange };
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

export interface Earned {
  /** Share of the meaning in a score, 0 to 0.4. */
  readonly weight: number;
  /** A cosine that passages reach for 5 of 100 questions that are not theirs. */
  readonly floor: number;
}

const nothing: Earned = { weight: 0, floor: 1 };

/**
 * How much meaning may count beside words on these passages. Sentences are taken out of passages and asked as questions; what
 * is left of the passage is what should be found. Nothing unless the gain is sure. `teach` gets what is left of the passages.
 */
export async function earnWeight(
  texts: readonly string[],
  rng: Rng,
  teach: Teach,
  breathe: () => Promise<void>,
): Promise<Earned> {
  if (texts.length < fewestPassages) return nothing;
  const rest: string[] = [];
  const probes: Probe[] = [];
  for (const text of shuffle(rng, texts).slice(0, sample)) {
    const parts = probes.length < questions ? split(text, rng) : undefined;
    if (parts) probes.push({ row: rest.length, question: parts[0] });
    rest.push(parts?.[1] ?? text);
  }
  if (probes.length < fewestPassages / 2) return nothing;
  const counts: TermCounts[] = [];
  for (const text of rest) {
    counts.push(countTerms(text));
    await breathe();
  }
  const rows = termRows(counts);
  const taught = await teach(rest, rows);
  if (!taught) return nothing;
  const { vectors, embedder } = taught;
  const lexical = buildLexical(rows);
  const index = await exactPlug.build(vectors);
  const asked = await embedder.embed(probes.map(({ question }) => question));
  const gains: number[][] = [];
  const strange: number[] = [];
  for (const [i, probe] of probes.entries()) {
    const vector = asked[i];
    const found = outcome(probe, lexical, vector && { vectors, index, asked: vector });
    gains.push(found.gains);
    strange.push(found.strange);
    await breathe();
  }
  return {
    weight: best(gains),
    floor: quantileSorted(
      strange.sort((a, b) => a - b),
      0.95,
    ),
  };
}
