import type { LexicalIndex } from '../lexical/bm25.ts';
import type { QuestionPhrase } from './question.ts';
import { mostOfIt, translatedWeight } from './weights.ts';

/** A name in the other language, as far as the passages have its terms. */
export interface Alternative {
  readonly places: readonly number[];
  readonly idfs: readonly number[];
  /** Summed idf of all its terms, also those that occur nowhere. */
  readonly all: number;
  readonly scale: number;
}

/** A part of the question that the other language can say, with its share and breadth. */
export interface Translated {
  readonly share: number;
  readonly breadth: number;
  readonly alternatives: readonly Alternative[];
}

function knownOf(terms: readonly string[], lexical: LexicalIndex): Omit<Alternative, 'scale'> | undefined {
  const places: number[] = [];
  const idfs: number[] = [];
  let [all, held] = [0, 0];
  for (const term of terms) {
    const place = lexical.place(term);
    const idf = lexical.idf(term);
    all += idf;
    if (place === undefined) continue;
    held += idf;
    places.push(place);
    idfs.push(idf);
  }
  return places.length > 0 && held >= all * mostOfIt ? { places, idfs, all } : undefined;
}

/**
 * Names of one thing count together as one rare or common name does (Pirkola, SIGIR 1998): a far-fetched one that hardly
 * occurs must not count for more than the usual one, and a Chinese one, which has more terms, for no more than an English one.
 */
export function translated(phrase: QuestionPhrase, lexical: LexicalIndex): Translated | undefined {
  const known = phrase.alternatives.flatMap((terms) => knownOf(terms, lexical) ?? []);
  if (known.length === 0) return undefined;
  let together = 0;
  for (const { places } of known)
    together += Math.min(...places.map((place) => lexical.postings(place).rows.length));
  const most = Math.min(phrase.worth, lexical.idfOf(Math.min(together, lexical.count)));
  const alternatives = known.map((one) => ({
    ...one,
    scale: translatedWeight * Math.min(1, most / one.all),
  }));
  return { share: phrase.share, breadth: phrase.breadth, alternatives };
}
