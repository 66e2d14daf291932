import { bestRows } from '../best-rows.ts';
import type { LexicalIndex } from '../lexical/bm25.ts';
import { similarity, unit } from '../vectors/exact.ts';
import type { VectorIndex, Vectors } from '../vectors/vector-index.ts';
import type { Question, QuestionPhrase, QuestionTerm } from './question.ts';
import { mostOfIt, nearest, pool, translatedWeight } from './weights.ts';

/** What the words say of one passage. */
export interface Candidate {
  readonly row: number;
  /** BM25 of the question's terms and of their translations. */
  readonly words: number;
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

interface Alternative {
  readonly places: readonly number[];
  readonly idfs: readonly number[];
  readonly all: number;
  /** A Chinese name has more terms than its English one: it must not count for more than what was asked. */
  readonly scale: number;
}

/**
 * Names of one thing count together as one rare or common name does (Pirkola, SIGIR 1998): a far-fetched one that hardly
 * occurs must not count for more than the usual one.
 */
function alternativesOf(phrase: QuestionPhrase, lexical: LexicalIndex): Alternative[] {
  const known = phrase.alternatives.flatMap((terms) => {
    const all = terms.reduce((sum, term) => sum + lexical.idf(term), 0);
    const places = terms.flatMap((term) => lexical.place(term) ?? []);
    const idfs = places.map((place) => lexical.idfs[place] ?? 0);
    const held = idfs.reduce((sum, idf) => sum + idf, 0);
    return places.length > 0 && held >= all * mostOfIt ? [{ places, idfs, all }] : [];
  });
  const together = known.reduce(
    (sum, { places }) => sum + Math.min(...places.map((place) => lexical.postings(place).rows.length)),
    0,
  );
  const most = Math.min(phrase.worth, lexical.idfOf(Math.min(together, lexical.count)));
  return known.map((one) => ({ ...one, scale: translatedWeight * Math.min(1, most / one.all) }));
}

/** More than any sum of BM25: passages with a code are looked at before all others. */
const codeBonus = 1e6;

/** The passages that are worth a closer look, best first. */
function candidateRows(
  question: Question,
  phrases: readonly (readonly Alternative[])[],
  lexical: LexicalIndex,
  accept: ((row: number) => boolean) | undefined,
): number[] {
  const scores = new Float32Array(lexical.count);
  const add = (place: number, factor: number, bonus = 0) => {
    const { rows, weights } = lexical.postings(place);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0;
      scores[row] = (scores[row] ?? 0) + factor * (weights[i] ?? 0) + bonus;
    }
  };
  for (const { term, weight, code } of question.terms) {
    const place = lexical.place(term);
    if (place !== undefined) add(place, weight * (lexical.idfs[place] ?? 0), code ? codeBonus : 0);
  }
  for (const alternatives of phrases) {
    const factors = new Map<number, number>();
    for (const { places, idfs, scale } of alternatives) {
      for (const [i, place] of places.entries())
        factors.set(place, Math.max(factors.get(place) ?? 0, scale * (idfs[i] ?? 0)));
    }
    for (const [place, factor] of factors) add(place, factor);
  }
  return bestRows(scores, pool, accept);
}

/** A word that few passages hold and this one again and again (a weight near its limit of 2.2). */
const isSubject = ({ breadth, share }: QuestionTerm, weight: number, rarity: number): boolean =>
  breadth >= 1 && share >= 0.15 && weight >= 1.8 && rarity >= 0.8;

export interface CandidateOptions {
  readonly accept?: (row: number) => boolean;
  /** Vectors of the passages, and that of the question. */
  readonly meaning?: { readonly vectors: Vectors; readonly index: VectorIndex; readonly asked: Float32Array };
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
    return place === undefined ? [] : [{ ...term, place, factor: term.weight * (lexical.idfs[place] ?? 0) }];
  });
  const phrases = question.phrases.map((phrase) => alternativesOf(phrase, lexical));
  const rows = [
    ...new Set([
      ...candidateRows(question, phrases, lexical, accept),
      ...near.flatMap(({ row, similarity }) => (similarity > 0 ? [row] : [])),
    ]),
  ];
  const places = [
    ...new Set([...terms, ...phrases.flat()].flatMap((one) => ('place' in one ? one.place : one.places))),
  ];
  const width = places.length;
  const column = new Map(places.map((place, i) => [place, i]));
  const columns = terms.map(({ place }) => column.get(place) ?? 0);
  const worths = lexical.weightsOf(places, rows);
  return rows.map((row, line) => {
    const worth = (place: number) => worths[line * width + (column.get(place) ?? 0)] ?? 0;
    let [words, coverage, breadth, codes] = [0, 0, 0, 0];
    let subject = false;
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i];
      const held = worths[line * width + (columns[i] ?? 0)] ?? 0;
      if (held === 0 || !term) continue;
      words += term.factor * held;
      coverage += term.share;
      breadth += term.breadth;
      codes += term.code ? 1 : 0;
      subject ||= isSubject(term, held, (lexical.idfs[term.place] ?? 0) / lexical.rarest);
    }
    for (const [i, alternatives] of phrases.entries()) {
      const phrase = question.phrases[i];
      let best = { score: 0, share: 0 };
      for (const { places: of, idfs, all, scale } of alternatives) {
        let [score, idf] = [0, 0];
        for (const [k, place] of of.entries()) {
          const held = worth(place);
          if (held === 0) continue;
          score += scale * (idfs[k] ?? 0) * held;
          idf += idfs[k] ?? 0;
        }
        if (idf >= all * mostOfIt && score > best.score)
          best = { score, share: ((phrase?.share ?? 0) * idf) / all };
      }
      if (best.score === 0) continue;
      words += best.score;
      coverage = Math.min(1, coverage + best.share);
      breadth += phrase?.breadth ?? 0;
    }
    const like = meaning && asked ? Math.max(0, similarity(meaning.vectors, row, asked)) : 0;
    return { row, meaning: like, words, coverage, breadth, codes, subject };
  });
}
