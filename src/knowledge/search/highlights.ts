import { analyse } from '../analysis/analyse.ts';
import type { Question } from './question.ts';

type Span = readonly [number, number];

function merged(spans: readonly Span[]): Span[] {
  const joined: [number, number][] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Spans of a passage's text that the question, or its translation, matched. */
export function highlights(text: string, question: Question): Span[] {
  const wanted = new Set([
    ...question.terms.filter(({ share }) => share > 0).map(({ term }) => term),
    ...question.phrases.flatMap(({ alternatives }) => alternatives.flat()),
  ]);
  return merged(
    analyse(text).flatMap(({ term, start, end }) => (wanted.has(term) ? [[start, end] as const] : [])),
  );
}
