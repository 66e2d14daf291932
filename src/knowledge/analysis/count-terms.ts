import type { TermCounts } from '../lexical/term-rows.ts';
import { analyse } from './analyse.ts';

/** Terms of texts with how often they occur, each text's occurrences times its weight. */
export function countWeighted(parts: readonly (readonly [text: string, weight: number])[]): TermCounts {
  const counts = new Map<string, number>();
  for (const [text, weight] of parts) {
    for (const { term } of analyse(text)) counts.set(term, (counts.get(term) ?? 0) + weight);
  }
  return counts;
}

export function countTerms(text: string): TermCounts {
  return countWeighted([[text, 1]]);
}
