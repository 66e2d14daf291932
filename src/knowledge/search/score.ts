import type { LexicalIndex } from '../lexical/bm25.ts';
import { similarity, unit } from '../vectors/exact.ts';
import type { VectorIndex, Vectors } from '../vectors/vector-index.ts';
import { candidateRows } from './candidate-rows.ts';
import type { Question, QuestionTerm } from './question.ts';
import { type Translated, translated } from './translated.ts';
import { mostOfIt, nearest } from './weights.ts';

/** What the words say of one passage. */
export interface Candidate {
  readonly row: number;
  /** BM25 of the question's terms and of their translations. */
  readonly words: number;
  /** What of this is of the question's own terms. */
  readonly literal: number;
  /** Share of the question's meaning that the passage holds, 0 to 1. */
  readonly coverage: number;
  /** How many of its words, about. */
  readonly breadth: number;
  /** How many of the question's codes the passage holds. */
  readonly codes: number;
  /** Cosine of its meaning and the question's, 0 to 1; 0 where none is known. */
  readonly meaning: number;
  /** Whether it speaks mainly of something rare that the question names. */
  readonly subject: boolean;
}

export interface CandidateOptions {
  readonly accept?: (row: number) => boolean;
  /** Vectors of the passages, and that of the question. */
  readonly meaning?: { readonly vectors: Vectors; readonly index: VectorIndex; readonly asked: Float32Array };
}

/** A word that few passages hold and this one again and again (a weight near its limit of 2.2). */
const isSubject = ({ breadth, share }: QuestionTerm, weight: number, rarity: number): boolean =>
  weight >= 1.8 && breadth >= 1 && share >= 0.15 && rarity >= 0.8;

/** BM25 of the best name of a thing, and the share of the question that it stands for. */
function bestName(
  { alternatives, share }: Translated,
  worth: (place: number) => number,
): { score: number; share: number } {
  const best = { score: 0, share: 0 };
  for (const { places, idfs, all, scale } of alternatives) {
    let [sum, held] = [0, 0];
    for (let i = 0; i < places.length; i++) {
      const weight = worth(places[i] ?? 0);
      if (weight === 0) continue;
      sum += (idfs[i] ?? 0) * weight;
      held += idfs[i] ?? 0;
    }
    if (sum * scale <= best.score || held < all * mostOfIt) continue;
    best.score = sum * scale;
    best.share = (share * held) / all;
  }
  return best;
}

/** What words and meaning say of the passages that are nearest by either. */
export function candidates(
  question: Question,
  lexical: LexicalIndex,
  { accept, meaning }: CandidateOptions = {},
): Candidate[] {
  const asked = meaning && unit(meaning.asked);
  const near = meaning?.index.search(meaning.asked, nearest, accept) ?? [];
  const terms = question.terms.flatMap((term) => {
    const place = lexical.place(term.term);
    return place === undefined
      ? []
      : [{ term, place, code: term.code, factor: term.weight * (lexical.idfs[place] ?? 0) }];
  });
  const phrases = question.phrases.flatMap((phrase) => translated(phrase, lexical) ?? []);
  const found = new Set(candidateRows(terms, phrases, lexical, accept));
  for (const { row, similarity: like } of near) if (like > 0) found.add(row);
  const rows = [...found];

  // Columns of the terms come first, in their order.
  const column = new Map<number, number>(terms.map(({ place }, i) => [place, i]));
  for (const { alternatives } of phrases)
    for (const { places } of alternatives)
      for (const place of places) if (!column.has(place)) column.set(place, column.size);
  const width = column.size;
  const worths = lexical.weightsOf([...column.keys()], rows);
  return rows.map((row, line) => {
    const from = line * width;
    let [words, coverage, breadth, codes] = [0, 0, 0, 0];
    let subject = false;
    for (let i = 0; i < terms.length; i++) {
      const held = worths[from + i] ?? 0;
      const asks = terms[i];
      if (held === 0 || !asks) continue;
      const { term, factor, place } = asks;
      words += factor * held;
      coverage += term.share;
      breadth += term.breadth;
      codes += term.code ? 1 : 0;
      subject ||= isSubject(term, held, (lexical.idfs[place] ?? 0) / lexical.rarest);
    }
    const literal = words;
    for (const phrase of phrases) {
      const { score, share } = bestName(phrase, (place) => worths[from + (column.get(place) ?? 0)] ?? 0);
      if (score === 0) continue;
      words += score;
      coverage = Math.min(1, coverage + share);
      breadth += phrase.breadth;
    }
    const like = meaning && asked ? Math.max(0, similarity(meaning.vectors, row, asked)) : 0;
    return { row, meaning: like, words, literal, coverage, breadth, codes, subject };
  });
}
